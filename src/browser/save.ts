import { SAVE } from './save-button.ts'

// What a saved page looks like: it has no style sheet to ask for.
const STYLE =
  'body{max-width:41rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.7 sans-serif}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem}ul{padding-left:1.25rem}'

/**
 * Saves the article of the button that asks as one HTML file with its pictures, which any browser opens without a line.
 * What is marked `data-unsaved` is for this page only.
 */
document.addEventListener(SAVE, ({ target }) => {
  const button = target as HTMLElement
  const article = button.closest('article')
  if (article === null) return
  button.setAttribute('aria-busy', 'true')
  void fileOf(article).then((file) => {
    button.removeAttribute('aria-busy')
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = `${location.pathname.split('/').filter(Boolean).pop() ?? 'trang'}.html`
    link.click()
    // Not at once: browsers read it after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  })
})

async function fileOf(article: Element): Promise<Blob> {
  const page = document.implementation.createHTMLDocument(document.title)
  page.documentElement.lang = document.documentElement.lang
  const copy = page.importNode(article, true)
  for (const part of copy.querySelectorAll('[data-unsaved], script')) part.remove()
  const originals = [...article.querySelectorAll('img')]
  await Promise.all(
    [...copy.querySelectorAll('img')].map(async (image, number) => {
      const original = originals[number]
      const plain = page.createElement('img')
      plain.alt = image.alt
      plain.src = original === undefined ? '' : await dataOf(original.currentSrc || original.src)
      ;(image.closest('picture') ?? image).replaceWith(plain)
    }),
  )
  for (const [attribute, elements] of [
    ['href', copy.querySelectorAll('a[href]')],
    ['src', copy.querySelectorAll('audio[src], video[src]')],
  ] as const)
    for (const element of elements) {
      const address = element.getAttribute(attribute) ?? ''
      if (!address.startsWith('#')) element.setAttribute(attribute, new URL(address, location.href).href)
    }
  const charset = page.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  page.head.prepend(charset)
  page.body.append(copy)
  // The style comes in as text: the policy of this page holds for the other one too, and would complain.
  const html = page.documentElement.outerHTML.replace('</head>', `<style>${STYLE}</style></head>`)
  return new Blob([`<!doctype html>${html}`], { type: 'text/html' })
}

/** A picture in its own address; where it cannot be had, the address it has on the portal. */
async function dataOf(address: string): Promise<string> {
  try {
    const picture = await (await fetch(address)).blob()
    return await new Promise((done) => {
      const reader = new FileReader()
      reader.onload = () => done(String(reader.result))
      reader.onerror = () => done(address)
      reader.readAsDataURL(picture)
    })
  } catch {
    return address
  }
}
