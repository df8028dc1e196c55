import { provoke } from './case.ts'
import { source } from './source.ts'

provoke('source', source)
