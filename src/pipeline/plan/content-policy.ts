import type { Measurement } from '../../core/config.ts'

/**
 * What a page may load, and nothing else: the Content-Security-Policy of its `<meta>`. Hosts of `measurement` are named
 * in it for everyone to see. `frame-ancestors` is ignored in `<meta>`, so it stands only in headers.
 */
export function contentPolicy(measurement: Measurement | null): string {
  const more: Readonly<Record<string, readonly string[]>> = {
    script: measurement?.script ?? [],
    connect: measurement?.connect ?? [],
  }
  return [
    "default-src 'none'",
    ...['img', 'style', 'script', 'font', 'connect', 'media', 'manifest'].map((kind) =>
      [`${kind}-src 'self'`, ...(more[kind] ?? [])].join(' '),
    ),
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ')
}
