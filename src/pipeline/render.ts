// Rendering, the step: a page's job becomes text. Pictures, copies and data have steps of their own.
export type { Spent } from './render/spending.ts'
export type { TemplateFile } from './render/template.ts'
export { openTheme, type Page, type Theme, type ThemeParts } from './render/theme.ts'
