/** Serves a folder on loopback as a plain web server would: index.html for folders, 404.html for the rest. */
export function serveFolder(folder: string): Promise<{ readonly url: string; close(): void }>
