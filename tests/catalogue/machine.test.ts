import { provoke } from './case.ts'
import { machine } from './machine.ts'

provoke('machine', machine)
