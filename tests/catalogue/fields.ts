import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bulletin, CATEGORIES_YML, PORTAL_YML } from '../portal.ts'
import { AT, type Cases, text } from './case.ts'

const PORTAL = 'content/portal.yml'
const CATEGORIES = 'content/categories.yml'

/** Front matter and configuration field by field. */
export const fields: Cases<
  | 'field/unknown'
  | 'field/missing'
  | 'field/empty'
  | 'field/type'
  | 'field/value'
  | 'accept/unknown'
  | 'date/form'
  | 'date/no-such-day'
  | 'date/no-such-time'
  | 'date/short-year'
  | 'date/order'
  | 'date/ahead'
  | 'date/review'
  | 'date/year'
  | 'config/missing'
  | 'config/version'
  | 'config/base-url'
  | 'config/zone'
  | 'config/permalink'
  | 'config/contrast'
  | 'config/contact'
  | 'config/hsts'
  | 'config/menu-depth'
  | 'config/placeholder'
  | 'register/duplicate'
  | 'register/unknown'
  | 'register/circle'
  | 'register/no-acronym'
  | 'category/unknown'
> = {
  'field/unknown': { files: { [AT]: text('tác giả: Lê Thơ') }, at: `${AT}:6:1` },
  'field/missing': { files: { [AT]: text('').replace('date: 13/01/2023\n', '') }, at: `${AT}:2:1` },
  'field/empty': { files: { [AT]: text('').replace('category: tin-tuc', 'category:') }, at: `${AT}:4:10` },
  'field/type': { files: { [AT]: text('draft: chưa biết') }, at: `${AT}:6:8` },
  'field/value': { files: { [PORTAL]: `${PORTAL_YML}language: fr\n` }, at: `${PORTAL}:10:11` },
  'accept/unknown': { files: { [AT]: text('accept: [words/spacng]') }, at: `${AT}:6:10` },
  'date/form': { files: { [AT]: text('').replace('13/01/2023', 'hôm qua') }, at: `${AT}:3:7` },
  'date/no-such-day': { files: { [AT]: text('').replace('13/01/2023', '31/02/2023') }, at: `${AT}:3:7` },
  'date/no-such-time': { files: { [AT]: text('').replace('13/01/2023', '13/01/2023 25:10') }, at: `${AT}:3:7` },
  'date/short-year': { files: { [AT]: text('').replace('13/01/2023', '13/01/23') }, at: `${AT}:3:7` },
  'date/order': { files: { [AT]: text('expireAt: 01/01/2023') }, at: `${AT}:6:11` },
  'date/ahead': {
    files: { [AT]: text('withdrawn: {date: 15/01/2199, reason: Sai số liệu}') },
    at: `${AT}:6:19`,
  },
  'date/year': {
    files: { 'content/bulletins/2024/hop.md': bulletin('Họp giao ban') },
    at: 'content/bulletins/2024/hop.md:3:7',
  },
  'date/review': {
    files: { 'content/pages/lien-he.md': '---\ntitle: Liên hệ\nreviewBy: 01/10/2022\n---\nThôn 5.\n' },
    at: 'content/pages/lien-he.md:3:11',
  },
  'config/missing': {
    files: { [PORTAL]: null },
    before: ({ root }) => mkdirSync(join(root, PORTAL)),
    at: PORTAL,
    scene: {
      vi: 'Có người tạo nhầm một thư mục tên là `portal.yml` thay cho tệp.',
      en: 'Somebody made a folder called `portal.yml` where the file should be.',
    },
  },
  'config/version': { files: { [PORTAL]: PORTAL_YML.replace('version: 1', 'version: 2') }, at: `${PORTAL}:1:10` },
  'config/base-url': {
    files: { [PORTAL]: PORTAL_YML.replace('https://xuanhoa', 'xuanhoa') },
    at: `${PORTAL}:3:10`,
  },
  'config/zone': { files: { [PORTAL]: `${PORTAL_YML}timeZone: Asia/Hanoi\n` }, at: `${PORTAL}:10:11` },
  'config/permalink': { files: { [PORTAL]: `${PORTAL_YML}permalink: /:nam/:ten/\n` }, at: `${PORTAL}:10:12` },
  'config/contrast': {
    files: { [PORTAL]: `${PORTAL_YML}theme: {primary: '#f2c200'}\n` },
    at: `${PORTAL}:10:18`,
  },
  'config/contact': { files: { [PORTAL]: PORTAL_YML.replace(/ {2}phone: .*\n/, '') }, at: `${PORTAL}:5:3` },
  'config/hsts': {
    files: { [PORTAL]: `${PORTAL_YML.replace('https:', 'http:')}hosting: {hsts: true}\n` },
    at: `${PORTAL}:10:10`,
  },
  'config/menu-depth': {
    files: {
      [PORTAL]: `${PORTAL_YML}menu:\n  - title: Địa bàn\n    children:\n      - title: Các xã\n        children: [{category: thong-bao}]\n`,
    },
    at: `${PORTAL}:14:9`,
  },
  'config/placeholder': {
    files: { [PORTAL]: PORTAL_YML.replace('Bà Lê Thị Thu, Chánh Văn phòng', '"[người chịu trách nhiệm]"') },
    at: `${PORTAL}:6:11`,
  },
  'register/duplicate': {
    files: { [CATEGORIES]: `${CATEGORIES_YML}- {id: thong-bao, name: Thông báo mới, purpose: Thông báo}\n` },
    at: `${CATEGORIES}:11:8`,
  },
  'register/unknown': {
    files: { [PORTAL]: `${PORTAL_YML}menu:\n  - category: thong-ba\n` },
    at: `${PORTAL}:11:15`,
  },
  'register/circle': {
    files: { [CATEGORIES]: `${CATEGORIES_YML}- {id: kinh-te, name: Kinh tế, purpose: Tin, parent: kinh-te}\n` },
    at: `${CATEGORIES}:11:54`,
  },
  'register/no-acronym': {
    files: { 'content/glossary.yml': '- short: ủy ban\n  long: Ủy ban nhân dân\n' },
    at: 'content/glossary.yml:1:10',
  },
  'category/unknown': {
    files: { [AT]: text('').replace('category: tin-tuc', 'category: quoc-phong-an-nin') },
    at: `${AT}:4:11`,
  },
}
