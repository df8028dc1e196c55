/** So often a method is asked for before V8 counts on it: a tenth of a millisecond. */
const OFTEN = 2000

/**
 * Keeps V8 from forgetting that methods of strings stay what they are. The runtime of nunjucks makes an object whose prototype is
 * `String.prototype`; V8 takes that for something under construction and from there on looks up every method of every string anew, in the
 * whole process: parsing takes a third longer. It does not where methods were asked for through an object before. To be called before
 * nunjucks is loaded.
 */
export function keepStringMethods(): void {
  const boxed = Object('x') as string
  for (let time = 0; time < OFTEN; time += 1) ask(boxed)
}

const ask = (text: string): string => text.trim()
