/** The preview's own addresses: outside the base path, and no portal can have them (slugs have no underscores). */
export const OWN = '/__portal/'

/** Where a page hears of changes. */
export const EVENTS = `${OWN}events`

/** The script that listens there. */
export const SCRIPT = `${OWN}reload.js`

/** The style of what the preview adds. */
export const STYLE = `${OWN}overlay.css`
