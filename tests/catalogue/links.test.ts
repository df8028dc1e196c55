import { provoke } from './case.ts'
import { links } from './links.ts'

provoke('links', links)
