import type { MenuItem } from '../../core/config.ts'
import type { Site } from '../../core/site.ts'
import type { Sources } from '../../core/source.ts'
import { type MenuView, type ShellView, VIEW_VERSION } from '../../core/view.ts'
import { hrefOf, linkOf } from './desk.ts'
import { portalArchive } from './ended.ts'

/** What a page may load (trust.md, header set). In <meta> frame-ancestors is ignored, so it stands only in headers. */
export const CSP = [
  "default-src 'none'",
  ...['img', 'style', 'script', 'font', 'connect', 'media', 'manifest'].map((kind) => `${kind}-src 'self'`),
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

const ICONS: readonly (readonly [string, string])[] = [
  ['favicon.svg', 'image/svg+xml'],
  ['favicon.ico', 'image/x-icon'],
  ['favicon.png', 'image/png'],
]

/** What stands on every page: depends on templates, configuration and tool only, never on the newest bulletin. */
export function shellOf(site: Site, sources: Sources, assets: ReadonlyMap<string, string>, version: string): ShellView {
  const { config } = site
  const menu = (item: MenuItem): MenuView => ({
    title: item.title,
    href: item.href === null ? null : linkOf(site, item.title, item.href).href,
    external: item.href !== null && !item.href.startsWith('/'),
    children: item.children.map(menu),
  })
  const has = (name: string) => sources.all.some(({ path }) => path === `content/static/${name}`)
  return {
    version: VIEW_VERSION,
    language: config.language,
    title: config.title,
    home: config.basePath,
    baseUrl: config.baseUrl,
    agency: {
      ...pick(config.agency),
      emblem: config.agency.emblem === null ? null : staticHref(site, config.agency.emblem),
    },
    parent: config.parent === null ? null : { title: config.parent.name, href: config.parent.url, external: true },
    slogan: site.slogan,
    notices: site.notices.map(({ text, href }) => ({
      text,
      href: href === null ? null : linkOf(site, text, href).href,
    })),
    archive: portalArchive(site),
    menu: config.menu.map(menu),
    links: config.links.map(({ title, href }) => linkOf(site, title, href)),
    sample: config.sample,
    assets: Object.fromEntries([...assets].map(([name, address]) => [name, hrefOf(site, address)])),
    icons: ICONS.filter(([name]) => has(name)).map(([name, type]) => ({ href: hrefOf(site, `/${name}`), type })),
    feeds: [
      { title: config.title, href: hrefOf(site, '/rss.xml'), type: 'application/rss+xml' },
      { title: `${config.title} (Atom)`, href: hrefOf(site, '/atom.xml'), type: 'application/atom+xml' },
    ],
    theme: config.theme,
    csp: CSP,
    generator: `tx-portal ${version}`,
    data: config.data,
  }
}

const pick = ({ name, person, address, phone, email }: Site['config']['agency']) => ({
  name,
  person,
  address,
  phone,
  email,
})

/** A file below content/static, as published. */
export const staticHref = (site: Site, path: string): string =>
  hrefOf(site, `/${path.slice('content/static/'.length).split('/').map(encodeURIComponent).join('/')}`)
