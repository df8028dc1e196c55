import { provoke } from './case.ts'
import { words } from './words.ts'

provoke('words', words)
