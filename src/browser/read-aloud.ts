import { isInSight, markSentence, type Sentence, sentencesIn } from './read-aloud/sentences.ts'
import { voiceOf } from './read-aloud/voice.ts'

/**
 * An element with `data-read-aloud="Listen, Pause, Go on"` and two buttons reads what `data-spoken`, a selector, finds in its article by
 * the browser's own speech, sentence by sentence, in a voice of the page's language. It is unseen until this has run. While it
 * reads, or pauses, the page has the class `listening`, by which its style sheet keeps the buttons in sight.
 */
export function readAloud(): void {
  const voice = voiceOf(document.documentElement.lang)
  if (voice === null) return
  for (const place of document.querySelectorAll<HTMLElement>('[data-read-aloud]')) start(place, voice)
}

function start(place: HTMLElement, voice: SpeechSynthesisVoice): void {
  const [listen = '', pause = '', goOn = ''] = (place.dataset['readAloud'] || '').split(', ')
  const [button, stop] = place.querySelectorAll('button')
  if (button === undefined || stop === undefined) return
  let sentences: readonly Sentence[] = []
  let at = 0
  // Which reading is going on: what an ended one still says is not heard.
  let round = 0
  const show = (label: string): void => {
    button.textContent = label
    stop.hidden = label === listen
    document.documentElement.classList.toggle('listening', label !== listen)
  }
  const hush = (): void => {
    round += 1
    speechSynthesis.cancel()
  }
  const end = (): void => {
    hush()
    at = 0
    markSentence(null)
    // The keyboard is not lost with the button.
    if (document.activeElement === stop) button.focus()
    show(listen)
  }
  /** follows: the page is brought to the sentence. */
  const speak = (follows: boolean): void => {
    const sentence = sentences[at]
    if (sentence === undefined) {
      end()
      return
    }
    const mine = round
    const words = new SpeechSynthesisUtterance(sentence.words)
    words.voice = voice
    words.lang = voice.lang
    words.onend = () => {
      if (mine !== round) return
      at += 1
      // Who has scrolled away from the sentence looks for something: the page is left where it is until one that is read is in sight again.
      speak(isInSight(sentence))
    }
    words.onerror = () => mine === round && end()
    markSentence(sentence, follows)
    speechSynthesis.speak(words)
  }
  button.addEventListener('click', () => {
    if (button.textContent === pause) {
      // Not pause(): on Android that ends the reading. The sentence is begun again.
      hush()
      show(goOn)
      return
    }
    if (at === 0)
      sentences = sentencesIn((place.closest('article') || document).querySelectorAll(place.dataset['spoken'] || 'h1'))
    hush()
    show(pause)
    speak(true)
  })
  stop.addEventListener('click', end)
  addEventListener('pagehide', end)
  addEventListener('keydown', (event) => {
    // What else it closes says so, but for a dialog.
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    if (!stop.hidden) end()
  })
  place.classList.add('listen-ready')
}
