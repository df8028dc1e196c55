import { nearWords } from '../search/near.ts'

// What the search page asks for words that are nowhere, when it first meets some (search/mend-loader.ts).
window.portalMend = nearWords
