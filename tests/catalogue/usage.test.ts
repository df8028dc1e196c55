import { provoke } from './case.ts'
import { usage } from './usage.ts'

provoke('usage', usage)
