import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP of these files (APPNOTE.TXT 6.3.10), deflated unless stored. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>, stored = false): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  const all = new Map([...new Set(Object.values(files))].map((content) => [content, packedOf(content, stored)]))
  for (const [name, content] of Object.entries(files)) {
    const { bytes, packed, sum } = all.get(content) ?? packedOf(content, stored)
    const path = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(stored ? 0 : 8, 4)
    facts.writeUInt32LE(sum, 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, rest, path]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

function packedOf(content: string | Uint8Array, stored: boolean) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { bytes, packed: stored ? bytes : deflateRawSync(bytes), sum: crc32(bytes) }
}

const TYPES = { '[Content_Types].xml': '<Types/>' }
const word = (text: string) => `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`

/** Documents of Office with parts more. */
export const docx = (more: Readonly<Record<string, string | Uint8Array>> = {}, stored = false): Buffer =>
  zip({ ...TYPES, 'word/document.xml': word('Kế hoạch, <w:instrText>PAGE</w:instrText>'), ...more }, stored)
export const xlsx = (more: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  zip({ ...TYPES, 'xl/workbook.xml': '<workbook/>', ...more })
export const pptx = (more: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  zip({ ...TYPES, 'ppt/presentation.xml': '<p:presentation/>', ...more })
