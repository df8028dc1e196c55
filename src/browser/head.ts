import { kept } from './kept.ts'
import { keptSize } from './kept-size.ts'
import { Today } from './today.ts'

// Runs before anything is drawn, so that nothing is drawn twice: the size and the contrast that readers
// chose, the room that controls need (without scripts there is none), and today's date as soon as its element is read.
const { documentElement } = document
// The search page keeps room for the answer a link asks for, until it comes (search.ts).
documentElement.classList.add('scripted', location.search ? 'asked' : 'scripted')
const size = keptSize()
if (size !== 100) documentElement.style.fontSize = `${size}%`
const contrast = kept('contrast')
if (contrast) documentElement.dataset['contrast'] = contrast
if (window.customElements) customElements.define('portal-today', Today)
