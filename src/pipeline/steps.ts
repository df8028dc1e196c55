import { parseAttachment, parseDocument, parsePhoto, parseStaticPage, parseStyle, parseYamlFile } from './parse.ts'
import { draw, drawIcon, encodeIcon, encodePhotos } from './picture.ts'
import { emblemOf } from './render/icon.ts'
import { layOut } from './render/poster.ts'
import { type Bodies, type Door, PhotoBroken, type Steps } from './world.ts'

/** The steps as they are, nothing remembered: bytes come through the door, bodies go to rest. */
export function bareSteps(door: Door, bodies: Bodies): Steps {
  return {
    document: {
      name: parseDocument.name,
      version: parseDocument.version,
      run(source) {
        const { value, diagnostics } = parseDocument.run(door.read(source))
        if (value === null) return { value, diagnostics }
        bodies.put(value.draft.body.digest, value.body)
        return { value: value.draft, diagnostics }
      },
    },
    yaml: { ...parseYamlFile, run: (source) => parseYamlFile.run(door.read(source)) },
    photo: {
      name: parsePhoto.name,
      version: parsePhoto.version,
      async run(source) {
        const ends = door.ends(source, parsePhoto.ends)
        return (ends === null ? null : await parsePhoto.runByEnds(...ends)) ?? parsePhoto.run(door.read(source))
      },
    },
    attachment: {
      name: parseAttachment.name,
      version: parseAttachment.version,
      run(source) {
        const ends = door.ends(source, { head: parseAttachment.head, tail: 1 })
        return (ends === null ? null : parseAttachment.runByHead(ends[0])) ?? parseAttachment.run(door.read(source))
      },
    },
    staticPage: { ...parseStaticPage, run: async (source) => parseStaticPage.run(door.read(source)) },
    style: { ...parseStyle, run: (source) => parseStyle.run(door.read(source)) },
    encode: {
      name: 'photo-encode',
      version: '2',
      async run({ source, variants }) {
        try {
          const recipes = variants.map(({ recipe }) => recipe)
          return await door.lend(source, (bytes) => encodePhotos(bytes, recipes))
        } catch (error) {
          throw error instanceof Error && !('path' in error) && !('code' in error)
            ? new PhotoBroken(error.message)
            : error
        }
      },
    },
    draw: { name: 'poster', version: '1', run: ({ poster }) => draw(layOut(poster)) },
    icon: {
      name: 'icon',
      version: '1',
      async run({ job, source }) {
        const own = source === null ? null : await encodeIcon(door.read(source))
        // What does not decode is published as it is, and told where it is shown: it stops nothing here.
        return own ?? (await drawIcon(emblemOf(job)))
      },
    },
    body: { name: 'body', version: '1', run: (source) => parseDocument.run(door.read(source)).value?.body ?? null },
  }
}
