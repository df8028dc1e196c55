import type { Never } from './never.ts'

/** What the bytes of a file are, whatever its name says; `old-office`: Word, Excel, PowerPoint before 2007, and files of today with a password. */
export type FileKind =
  | 'empty'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'zip'
  | 'cut-zip'
  | 'old-office'
  | 'rtf'
  | 'picture'
  | 'html'
  | 'program'
  | 'rar'
  | '7z'
  | 'unknown'

/** What a document may carry that nobody sees who looks at it: small programs, notes, what was deleted, where a photo was taken. */
export type Burden = 'macros' | 'script' | 'comments' | 'changes' | 'place'

/** Why a file in an archive was not looked into: an archive itself, with a password, broken or packed in a rare way or too large, or beyond so many. */
export type Unseen = 'archive' | 'locked' | 'packed' | 'many'

/** What there is to know of a file that is given along: told by its bytes alone. */
export interface FileFacts {
  readonly is: FileKind
  readonly carries: readonly Burden[]
  /** Of an archive: the first file in it that is never published by itself. */
  readonly holds?: { readonly name: string; readonly why: Never }
  /** Of an archive: the first file that was not looked into, and how many others were not. */
  readonly unseen?: { readonly name: string; readonly why: Unseen; readonly others: number }
}
