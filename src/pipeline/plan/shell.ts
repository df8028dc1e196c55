import type { MenuItem } from '../../core/config.ts'
import type { Site } from '../../core/site.ts'
import type { Sources } from '../../core/source.ts'
import { type MenuView, type ShellView, VIEW_VERSION } from '../../core/view.ts'
import { offsetOf } from '../../text/day.ts'
import { callOf } from '../../text/phone.ts'
import { contentPolicy } from './content-policy.ts'
import { hrefOf, linkOf, staticHref } from './desk.ts'
import { portalArchive } from './ended.ts'
import { iconsOf } from './icons.ts'

/** What stands on every page: depends on templates, configuration and tool only, never on the newest bulletin. */
export function shellOf(site: Site, sources: Sources, assets: ReadonlyMap<string, string>, version: string): ShellView {
  const { config } = site
  const menu = (item: MenuItem): MenuView => ({
    title: item.title,
    href: item.href === null ? null : linkOf(site, item.title, item.href).href,
    external: item.href !== null && !item.href.startsWith('/'),
    children: item.children.map(menu),
  })
  return {
    version: VIEW_VERSION,
    language: config.language,
    title: config.title,
    timeZone: config.timeZone,
    zoneOffset: offsetOf(config.timeZone),
    home: config.basePath,
    baseUrl: config.baseUrl,
    agency: {
      ...pick(config.agency),
      call: callOf(config.agency.phone),
      emblem: config.agency.emblem === null ? null : staticHref(site, config.agency.emblem),
    },
    parent: config.parent === null ? null : { title: config.parent.name, href: config.parent.url, external: true },
    slogan: site.slogan,
    notices: site.notices.map(({ text, href }) => ({
      text,
      href: href === null ? null : linkOf(site, text, href).href,
      external: href !== null && linkOf(site, text, href).external,
    })),
    archive: portalArchive(site),
    menu: config.menu.map(menu),
    links: config.links.map(({ title, href }) => linkOf(site, title, href)),
    sample: config.sample,
    assets: Object.fromEntries([...assets].map(([name, address]) => [name, hrefOf(site, address)])),
    icons: iconsOf(site, sources)
      .filter(({ inHead }) => inHead)
      .map(({ href, type }) => ({ href, type })),
    feeds: [
      { title: config.title, href: hrefOf(site, '/rss.xml'), type: 'application/rss+xml' },
      { title: `${config.title} (Atom)`, href: hrefOf(site, '/atom.xml'), type: 'application/atom+xml' },
      { title: `${config.title} (JSON Feed)`, href: hrefOf(site, '/feed.json'), type: 'application/feed+json' },
    ],
    search: config.search,
    printQr: config.print.qr,
    theme: config.theme,
    manifest: hrefOf(site, '/manifest.webmanifest'),
    csp: contentPolicy(config.measurement),
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
