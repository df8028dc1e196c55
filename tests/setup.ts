import { afterAll } from 'vitest'
import './bytes.ts'
import { showOwnFonts } from '../src/cli/tool.ts'
import { close } from './closing.ts'

showOwnFonts()

afterAll(close)
