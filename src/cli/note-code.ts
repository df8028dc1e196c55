import { digestCode } from './disk.ts'
import { writeWhole } from './stage.ts'
import { code, NOTED } from './tool.ts'

/** Notes the digest of the code that was just compiled. */
export const noteCode = (): void => writeWhole(NOTED, digestCode(code))
