import { afterAll, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const open: TestPortal[] = []
afterAll(() => {
  for (const one of open) one.close()
})

const portalWith = (files: Readonly<Record<string, string>>): TestPortal => {
  const one = portal({ 'content/bulletins/2023/a.md': bulletin('Hội nghị'), ...files })
  open.push(one)
  return one
}

it('style sheets and scripts of the portal’s own have one name and one text, whatever ends their lines', async () => {
  const css = '/* Bảng\n   trực */\n.truc::after {\n  content: "a \\\n b";\n}\n'
  const script = 'const chu = `một\nhai`\n'
  const made = async (end: string) => {
    const { outputs } = await portalWith({
      'templates/assets/css/99-rieng.css': css.replaceAll('\n', end),
      'templates/assets/js/rieng.js': script.replaceAll('\n', end),
    }).build()
    return [...outputs].flatMap(([path, bytes]) =>
      /^assets\/(?:portal\..*css|js\/rieng)/.test(path) ? [[path, Buffer.from(bytes).toString('utf8')]] : [],
    )
  }
  const unix = await made('\n')
  expect(unix.map(([path]) => path)).toHaveLength(2)
  expect(unix.some(([, text]) => text === script)).toBe(true)
  expect(await made('\r\n')).toEqual(unix)
})

it.each([
  ['lang: en', 'language'],
  ['url: https://xuanhoa.example.vn/', 'baseUrl'],
])('portal.yml with %s is told of the key that is meant', async (line, meant) => {
  const config = PORTAL_YML.replace(meant === 'baseUrl' ? /^baseUrl.*\n/m : /$^/, '')
  const words = await portalWith({ 'content/portal.yml': `${config}${line}\n` }).words()
  expect(words.join('\n')).toContain(`“${meant}”`)
})
