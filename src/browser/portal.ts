import { contrast } from './contrast.ts'
import { copyLink } from './copy-link.ts'
import { listenLoader } from './listen-loader.ts'
import { menu } from './menu.ts'
import { printButton } from './print-button.ts'
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
  listenLoader,
  saveButton,
  copyLink,
  suggestLoader,
  menu,
])
  part()

// Where the script of a search has not come, nothing will fill the room that was kept for its answer (head.ts).
addEventListener('load', () => document.documentElement.classList.remove('asked'))
