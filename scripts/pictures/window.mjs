const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])

/** How the few codes that the tool writes look (SGR of ECMA-48: bold, faint, colours). */
const STYLES = {
  1: 'font-weight:700',
  2: 'opacity:.65',
  '1;31': 'font-weight:700;color:#ff7b72',
  31: 'color:#ff7b72',
  32: 'color:#7ee787',
  33: 'color:#e3b341',
  36: 'color:#79c0ff',
}

/** Text with colour codes as HTML; codes it does not know are dropped. */
export function htmlOf(text) {
  let open = 0
  const parts = text.split(/\x1b\[([\d;]*)m/)
  const html = parts.map((part, at) => {
    if (at % 2 === 0) return escaped(part)
    const style = STYLES[part]
    if (style !== undefined) {
      open += 1
      return `<span style="${style}">`
    }
    const close = '</span>'.repeat(open)
    open = 0
    return close
  })
  return html.join('') + '</span>'.repeat(open)
}

/** A window of a terminal with a command that was typed and its answer: a page of its own. */
export function windowOf(typed, answer) {
  // A line that was written over is seen only as it was last.
  const lines = answer
    .split('\n')
    .filter((line) => !/^đang [^\n]*: \d+\/\d+/.test(line))
    .map((line) => line.replace(/^.*\r/, '').replace(/\x1b\[\d*K/g, ''))
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;padding:12px;background:#fff}
.window{width:860px;border-radius:8px;overflow:hidden;background:#0d1117;color:#e6edf3}
.bar{background:#161b22;padding:8px 14px;font:13px sans-serif;color:#8b949e}
pre{margin:0;padding:14px;font:13.5px/1.5 "DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
</style><div class="window"><div class="bar">Command Prompt</div><pre>D:\\cong-huyen&gt;${escaped(typed)}
${htmlOf(lines.join('\n'))}</pre></div>`
}
