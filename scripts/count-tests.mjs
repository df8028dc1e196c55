// Adds up the JSON reports of the test runs: names what failed, and the last line is `N passed, N failed`.
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

let passed = 0
let failed = 0
let skipped = 0
for (const file of process.argv.slice(2)) {
  if (!existsSync(file)) {
    failed += 1
    console.error(`no results: ${file}`)
    continue
  }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  // A file that could not even be loaded has no tests to fail.
  failed += report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  ).length
  skipped += report.numPendingTests
  // Said again here, at the end: where it happened is thousands of lines above, and a log may have been cut there.
  for (const { name, message, assertionResults } of report.testResults) {
    const broken = assertionResults.filter(({ status }) => status === 'failed')
    for (const { fullName, failureMessages } of broken)
      console.log(`FAILED ${relative('.', name)} > ${fullName}\n${failureMessages.join('\n').slice(0, 4000)}\n`)
    if (message && broken.length === 0) console.log(`FAILED ${relative('.', name)}\n${message.slice(0, 4000)}\n`)
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
