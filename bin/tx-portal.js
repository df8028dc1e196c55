#!/usr/bin/env node
// Plain JavaScript that old Nodes can read too: what it says must not need what it asks for.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `tx-portal cần Node từ bản 20.19, máy này đang dùng bản ${process.versions.node}: hãy cài bản LTS ở https://nodejs.org/ (tx-portal needs Node 20.19 or later).\n`,
  )
  process.exitCode = 2
} else if (!existsSync(new URL('../lib/run/main.js', import.meta.url))) {
  process.stderr.write(
    'tx-portal chưa được biên dịch: hãy chạy “npm run build:tool” trong thư mục của chương trình (not compiled yet: run “npm run build:tool”).\n',
  )
  process.exitCode = 3
} else {
  const { main } = await import('../lib/run/main.js')
  process.exitCode = await main(process.argv.slice(2))
  // When nothing is under way any more, and what was said is out: Node would take a heap apart that goes with the process anyway.
  process.once('beforeExit', () => process.exit())
}
