/** Sites that show videos, with the addresses that are one video: anything else of theirs is a link like others. */
const sites: readonly { readonly name: string; readonly hosts: RegExp; readonly path: RegExp }[] = [
  {
    name: 'YouTube',
    hosts: /^((www|m|music)\.)?youtube\.com$/,
    path: /^\/(watch\?|live\/|shorts\/|embed\/|playlist\?)/,
  },
  { name: 'YouTube', hosts: /^(youtu\.be|(www\.)?youtube-nocookie\.com)$/, path: /^\/[^/?#]/ },
  { name: 'Vimeo', hosts: /^((www|player)\.)?vimeo\.com$/, path: /^\/(.*\/)?\d{5,}/ },
  {
    name: 'Facebook',
    hosts: /^((www|m|web|vi-vn)\.)?facebook\.com$/,
    path: /^\/(watch\b|reel\/|.+\/videos\/|share\/[vr]\/)/,
  },
  { name: 'Facebook', hosts: /^fb\.watch$/, path: /^\/[^/?#]/ },
  { name: 'TikTok', hosts: /^((www|m)\.)?tiktok\.com$/, path: /^\/@[^/]+\/video\// },
  { name: 'Dailymotion', hosts: /^((www)\.)?dailymotion\.com$/, path: /^\/video\// },
  {
    name: 'VTV',
    hosts: /^((www)\.)?(vtv\.vn|vtvgo\.vn|vtv\.gov\.vn)$/,
    path: /^\/(.+\/)?(video|kho-video|xem-truc-tuyen|truyen-hinh-truc-tuyen)\b/,
  },
  { name: 'VTC', hosts: /^((www|tv)\.)?(vtc\.vn|vtcnews\.vn)$/, path: /^\/(.+\/)?video\b/ },
  { name: 'QPVN', hosts: /^((www)\.)?qpvn\.vn$/, path: /^\/(video|clip|truyen-hinh)\b/ },
  { name: 'Truyền hình Thanh Hóa', hosts: /^((www)\.)?(truyenhinhthanhhoa|ttv)\.(gov\.)?vn$/, path: /^\/(.+\/)?video/ },
]

/** The name of the site that shows the video of an absolute http(s) address; null if it is none. */
export function videoSite(target: string): string | null {
  const url = /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : null
  if (url === null || url.username !== '' || url.port !== '') return null
  const [host, path] = [url.hostname.replace(/\.$/, ''), url.pathname + url.search]
  return sites.find((site) => site.hosts.test(host) && site.path.test(path))?.name ?? null
}

/**
 * The page of the video that a tag to embed it shows, `<iframe src="https://www.youtube.com/embed/…">`, as sites give such tags to copy;
 * null of any other tag.
 */
export function videoIn(tag: string): string | null {
  const [, quoted, bare] = /^<iframe\b[^>]*?\ssrc\s*=\s*(?:["']([^"']*)["']|([^\s>]+))/i.exec(tag) ?? []
  const address = (quoted ?? bare ?? '').replace(/^\/\//, 'https://').replaceAll('&amp;', '&')
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null
  if (url === null) return null
  const [, youtube] = /^\/embed\/([\w-]{6,})$/.exec(url.pathname) ?? []
  const [, vimeo] = /^\/video\/(\d{5,})$/.exec(url.pathname) ?? []
  const page =
    youtube !== undefined && /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname)
      ? `https://www.youtube.com/watch?v=${youtube}`
      : vimeo !== undefined && url.hostname === 'player.vimeo.com'
        ? `https://vimeo.com/${vimeo}`
        : (url.searchParams.get('href') ?? url.href)
  return videoSite(page) === null ? null : page
}
