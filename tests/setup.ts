import { afterAll } from 'vitest'
import { showOwnFonts } from '../src/cli/tool.ts'
import { close } from './closing.ts'

showOwnFonts()

afterAll(close)
