import { loadScript } from './load-script.ts'
import { voiceOf } from './read-aloud/voice.ts'

/**
 * What reads aloud, named in `data-listen-script`, is loaded where there is a voice of the page's language, and not at the click: some
 * browsers let only what was there when the reader clicked speak.
 */
export function listenLoader(): void {
  const address = document.querySelector<HTMLElement>('[data-listen-script]')?.dataset['listenScript']
  if (!address || !('speechSynthesis' in window) || !('SpeechSynthesisUtterance' in window)) return
  const look = (): void => {
    if (voiceOf(document.documentElement.lang) === null) return
    speechSynthesis.removeEventListener('voiceschanged', look)
    loadScript(address)
  }
  // Some browsers know their voices at once, others when they have been asked.
  speechSynthesis.addEventListener('voiceschanged', look)
  look()
}
