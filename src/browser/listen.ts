import { readAloud } from './read-aloud.ts'

// Loaded where there is a text and a voice for it.
readAloud()
