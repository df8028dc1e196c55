import { VIEW } from './viewer-loader.ts'

/** A finger that went so far sideways, in CSS pixels, and further than up or down, asks for another picture. */
const SWIPE = 40

/** What opens the viewer of a gallery at a picture, by number; made when it is first asked for. */
const viewers = new Map<HTMLElement, (number: number) => void>()

/**
 * A gallery with `data-viewer="Close, Previous, Next, Picture"` opens its pictures upon the page: arrow keys and a finger go
 * through them, Escape closes, and the keyboard then stands at the picture seen last.
 */
document.addEventListener(VIEW, ({ target }) => {
  const asked = target as HTMLAnchorElement
  const gallery = asked.closest<HTMLElement>('[data-viewer]')
  if (gallery === null) return
  const links = [...gallery.querySelectorAll('a')].filter((link) => link.querySelector('img') !== null)
  const show = viewers.get(gallery) ?? makeViewer(gallery, links)
  viewers.set(gallery, show)
  show(links.indexOf(asked))
})

/** Builds the viewer of a gallery behind it; gives what opens it at a picture, by number. */
function makeViewer(gallery: HTMLElement, links: readonly HTMLAnchorElement[]): (number: number) => void {
  const [close = '', previous = '', next = '', name = ''] = gallery.dataset['viewer']?.split(', ') ?? []
  const dialog = make('dialog', 'viewer')
  const room = make('div', 'viewer-room')
  const words = make('p', 'viewer-words')
  dialog.setAttribute('aria-label', name)
  words.setAttribute('aria-live', 'polite')
  let at = 0
  const show = (number: number): void => {
    at = (number + links.length) % links.length
    const link = links[at]
    room.replaceChildren(...[...(link?.children ?? [])].map(atFullSize))
    words.textContent = `${at + 1}/${links.length} ${captionOf(link)}`
    if (!dialog.open) dialog.showModal()
  }
  const button = (label: string, sign: string, act: () => void) => {
    const one = make('button', 'viewer-button')
    one.type = 'button'
    one.textContent = sign
    one.setAttribute('aria-label', label)
    one.addEventListener('click', act)
    return one
  }
  dialog.append(
    room,
    words,
    button(previous, '‹', () => show(at - 1)),
    button(next, '›', () => show(at + 1)),
    button(close, '×', () => dialog.close()),
  )
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(at - 1)
    if (key === 'ArrowRight') show(at + 1)
    if (key === 'Home') show(0)
    if (key === 'End') show(links.length - 1)
  })
  dialog.addEventListener('close', () => links[at]?.focus())
  // Beside the picture is the page.
  room.addEventListener('click', ({ target }) => target === room && dialog.close())
  onSwipe(room, (way) => show(at + way))
  gallery.after(dialog)
  return show
}

/** Calls with 1 when a single finger went left (the next picture comes), with -1 when it went right. */
function onSwipe(element: HTMLElement, act: (way: 1 | -1) => void): void {
  let from: Touch | null = null
  element.addEventListener(
    'touchstart',
    ({ touches }) => {
      from = touches.length === 1 ? (touches[0] ?? null) : null
    },
    { passive: true },
  )
  element.addEventListener('touchend', ({ changedTouches: [to] }) => {
    if (from === null || to === undefined) return
    const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY]
    from = null
    if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(down)) act(across < 0 ? 1 : -1)
  })
}

/** The words under a picture without those of links: they do nothing here. */
function captionOf(link: Element | undefined): string {
  const words = [...(link?.parentElement?.querySelector('figcaption')?.childNodes ?? [])]
  return words
    .filter(({ nodeName }) => nodeName !== 'A')
    .map(({ textContent }) => textContent)
    .join('')
    .trim()
}

/** The same picture, chosen anew for the width of the screen. */
function atFullSize(picture: Element): Element {
  const copy = picture.cloneNode(true) as Element
  for (const part of [copy, ...copy.querySelectorAll('*')]) {
    if (part.hasAttribute('sizes')) part.setAttribute('sizes', '100vw')
    part.removeAttribute('loading')
  }
  return copy
}

function make<K extends 'dialog' | 'div' | 'p' | 'button'>(kind: K, name: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(kind)
  element.className = name
  return element
}
