import { provoke } from './case.ts'
import { fields } from './fields.ts'

provoke('fields', fields)
