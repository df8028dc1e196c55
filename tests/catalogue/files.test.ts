import { provoke } from './case.ts'
import { files } from './files.ts'

provoke('files', files)
