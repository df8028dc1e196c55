import { fold } from '../fold.ts'
import { type Finding, findAll } from './finding.ts'

// Names under which such houses advertise on pages of agencies they broke into. No word that a police report needs (đánh bạc, số đề).
const houses =
  'kubet|kuwin|kuwinok|8xbet|789bet|789club|98win|fb88|w88|188bet|m88|go88|sunwin|hitclub|b52club|rikvip|fun88|bk8|bong88|mu88|shbet|new88|hi88|jun88|okvip|f8bet|ee88|vn88|sv388|taixiu|nohu|xocdia|lodeonline|soicau'
const phrases =
  'tài xỉu|nổ hũ|nhà cái|cá cược|cá độ|soi cầu|game bài|bài đổi thưởng|lô đề online|xóc đĩa online|casino|link vào nhà'

const inText = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases}|${houses})(?![\\p{L}\\p{N}])`, 'giu')
const inAddress = new RegExp(
  `(?<![a-z0-9])(?:${houses})(?![a-z])|(?:tai-?xiu|no-?hu|nha-?cai|ca-?cuoc|ca-?do-?bong|soi-?cau|game-?bai|doi-?thuong|xoc-?dia|lo-?de|casino)(?![a-z])`,
)

/** One of the words, anywhere in small letters: most lines have none, and this is quick to see. */
const hint = new RegExp(`${phrases}|${houses}`)

/** Whether a text can hold such words at a glance: most have none. */
export const mayBeGambling = (text: string): boolean => hint.test(text.toLowerCase())

/** Words of gambling houses in a text (NFC). A report on the fight against them has them too. */
export const gambling = (text: string): readonly Finding[] => (mayBeGambling(text) ? findAll(text, inText) : [])

/** Whether a link leads where gambling houses advertise: by its address or its words. */
export const leadsToGambling = (address: string, words: string): boolean =>
  inAddress.test(fold(address)) || gambling(words).length > 0
