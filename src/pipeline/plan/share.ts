import type { BulletinView } from '../../core/view.ts'

/**
 * Where a bulletin can be sent on: plain links that load nothing. Zalo takes a JSON text in base64, as its own button
 * makes it; Facebook the address; mail programs a subject and a text (RFC 6068).
 */
export function shareOf(url: string, title: string): BulletinView['share'] {
  const zalo = Buffer.from(JSON.stringify({ url })).toString('base64')
  return {
    zalo: `https://button-share.zalo.me/share_external?d=${encodeURIComponent(zalo)}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
    email: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\r\n${url}`)}`,
  }
}
