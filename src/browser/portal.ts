import { contrast } from './contrast.ts'
import { copyLink } from './copy-link.ts'
import { menu } from './menu.ts'
import { printButton } from './print-button.ts'
import { readAloud } from './read-aloud.ts'
import { saveButton } from './save-button.ts'
import { suggestLoader } from './suggest-loader.ts'
import { textSize } from './text-size.ts'
import { viewerLoader } from './viewer-loader.ts'

// What pages can do once they are read. Each part looks for its own data attributes and does nothing where there are none.
for (const part of [
  textSize,
  contrast,
  printButton,
  viewerLoader,
  readAloud,
  saveButton,
  copyLink,
  suggestLoader,
  menu,
])
  part()
