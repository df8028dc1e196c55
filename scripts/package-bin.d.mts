/** The script behind a package's command, to be run with this Node on any system; null if the package is not installed. */
export function packageBin(name: string, command?: string): string | null
