/** English words a clerk would stumble over; names in quotes, commands, keys and paths are not prose. */
export const english =
  /\b(error|warning|hint|file|folder|path|slug|front ?matter|build|dist|draft|config|missing|invalid|unknown|template|link|click|tag|field|value|string|null|undefined|yaml|cache|lock|port|server|process|host|user|image|caption|layout|alias|option|the|is|not|and|of)\b/iu

/** Prose without what is quoted, commands, options and file names. */
export const plainText = (prose: string): string =>
  prose
    .replace(/“[^”]*”/gu, ' ')
    .replace(/tx-portal( [a-z]+)?/g, ' ')
    .replace(/--[a-z-]+/g, ' ')
    .replace(/\S*[/][\w./-]+|\b\w+\.(yml|md|njk)\b/g, ' ')
