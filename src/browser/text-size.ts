import { keep } from './kept.ts'
import { keptSize, SIZES } from './kept-size.ts'

/** Buttons with `data-text-step` (-1, 1) make text smaller and larger; `data-text-size` says its size: `125%`. */
export function textSize(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-text-step]')]
  const stepOf = (button: HTMLElement) => Number(button.dataset['textStep'])
  let at = SIZES.indexOf(keptSize())
  const show = (): void => {
    for (const said of document.querySelectorAll('[data-text-size]')) said.textContent = `${SIZES[at]}%`
    // Not `disabled`: the keyboard would lose its place.
    for (const button of buttons) button.setAttribute('aria-disabled', String(SIZES[at + stepOf(button)] === undefined))
  }
  for (const button of buttons)
    button.addEventListener('click', () => {
      const size = SIZES[at + stepOf(button)]
      if (size === undefined) return
      at = SIZES.indexOf(size)
      // Everything is measured in rem, so one number moves it all.
      document.documentElement.style.fontSize = size === 100 ? '' : `${size}%`
      keep('text-size', String(size))
      show()
    })
  show()
}
