import { afterAll } from 'vitest'
import { close } from './closing.ts'

afterAll(close)
