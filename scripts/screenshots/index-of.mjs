const MODES = { light: 'sáng', dark: 'tối', print: 'bản in' }

/** README.md of the folder with the pictures that are there: one table row for each kind of page. */
export function indexOf(kinds, views, named, isThere) {
  const link = (file, text) => `[${text}](${file}.webp)`
  const rows = kinds.map(({ name, title, path }) => {
    const links = views
      .filter(({ width, mode }) => isThere(`${name}-${width}-${mode}.webp`))
      .map(({ width, mode }) =>
        link(`${name}-${width}-${mode}`, mode === 'print' ? MODES.print : `${width} ${MODES[mode]}`),
      )
    return `| ${title} | \`${path}\` | ${links.join(' · ')} |`
  })
  return `# Ảnh chụp các trang

Chụp từ cổng mẫu của kho mã này bằng \`npm run screenshots\`; trang dài chỉ chụp phần đầu. Danh sách: \`scripts/screenshots/shots.mjs\`.

![Trang chủ](home-1280-light.webp)

| trang | địa chỉ | ảnh |
|---|---|---|
${rows.join('\n')}

## Ảnh lẻ

${named
  .filter(({ name }) => isThere(`${name}.webp`))
  .map(({ name, title }) => `* ${link(name, title)}`)
  .join('\n')}
`
}
