/** Paper waits so long for photos, in milliseconds: then it is printed without those that have not come. */
const PATIENCE = 5_000

/**
 * Buttons with `data-print` print the page, with the photos that nobody has scrolled to yet. Where the browser's own command is
 * used they are asked for too: it waits for what is on its way, or not.
 */
export function printButton(): void {
  addEventListener('beforeprint', askForPhotos)
  for (const button of document.querySelectorAll('[data-print]'))
    button.addEventListener('click', () => {
      const awaited = askForPhotos()
      if (awaited.length === 0) print()
      else void Promise.race([Promise.all(awaited.map(come)), wait(PATIENCE)]).then(() => print())
    })
}

/** Asks for all photos at once; gives those that are still to come. */
function askForPhotos(): readonly HTMLImageElement[] {
  const images = [...document.images]
  for (const image of images) image.loading = 'eager'
  return images.filter(({ complete }) => !complete)
}

const come = (image: HTMLImageElement): Promise<unknown> =>
  new Promise((done) => {
    image.onload = image.onerror = done
  })

const wait = (time: number): Promise<unknown> => new Promise((done) => setTimeout(done, time))
