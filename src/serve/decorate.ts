const END = Buffer.from('</body>')

/** A page with something added before its end; all its own bytes stay as they are. */
export function decorate(html: Uint8Array, addition: string): Uint8Array {
  const at = Buffer.from(html.buffer, html.byteOffset, html.byteLength).lastIndexOf(END)
  const end = at < 0 ? html.length : at
  return Buffer.concat([html.subarray(0, end), Buffer.from(addition, 'utf8'), html.subarray(end)])
}
