/** The preview's own addresses: outside the base path, and no portal can have them (slugs have no underscores). */
export const OWN = '/__portal/'

/** Where a page hears of changes. */
export const EVENTS = `${OWN}events`

/** The script that listens there. */
export const SCRIPT = `${OWN}reload.js`

/** The style of what the preview adds. */
export const STYLE = `${OWN}overlay.css`

/** The mark of the preview's own pages in tabs: browsers ask for one, and where no page names it, in vain. */
export const ICON = `${OWN}icon.svg`

/** A page in a frame as wide as a phone: `?to=` its address, `&width=` in pixels. */
export const PHONE = `${OWN}phone`

/** A page in a frame as wide as paper, as it is printed: `?to=` its address. */
export const PRINT = `${OWN}print`

/** A page as one file to be sent to whoever approves it: `?to=` its address. */
export const COPY = `${OWN}copy`

/** Shows the portal as it is at another moment: `?token=`, `&at=`, `&readers`. */
export const MOMENT = `${OWN}moment`

/** The query of a page or style sheet that is to look as printed. */
export const AS_PRINTED = 'tx-portal-print'

/** An address of the preview's own for a page, ready for an attribute once its marks are escaped. */
export const toolFor = (tool: string, href: string): string => `${tool}?${new URLSearchParams({ to: href })}`
