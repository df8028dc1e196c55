import { provoke } from './case.ts'
import { templates } from './templates.ts'

provoke('templates', templates)
