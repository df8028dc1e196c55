/** First parts of addresses that the tool itself uses (portal.md, Output). */
const RESERVED = new Set(
  (
    'chuyen-muc tac-gia tu-khoa luu-tru so-do-cong dinh-chinh tim-kiem api assets 404.html index.html rss.xml atom.xml feed.json ' +
    'sitemap.xml robots.txt manifest.sha256 manifest.webmanifest favicon.svg favicon.ico _headers _redirects web.config'
  ).split(' '),
)

/** Whether an address is one of the tool's own, by its first part. */
export function isReserved(address: string): boolean {
  const first = /^[^/]*\/([^/]*)/.exec(address)?.[1] ?? ''
  return first === '' || RESERVED.has(first.toLowerCase()) || /^sitemap-/.test(first)
}
