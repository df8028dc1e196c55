import { audit } from './audit.ts'
import { provoke } from './case.ts'

provoke('audit', audit)
