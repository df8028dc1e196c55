/** An eye: what these pages are for is to look. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b3d91"/><path d="M4 16q12-14 24 0-12 14-24 0z" fill="#fff"/><circle cx="16" cy="16" r="4.5" fill="#0b3d91"/></svg>
`
