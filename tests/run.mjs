import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { playwright, staticStages, vitest } from './gate-stages.mjs'
import { requireChromium } from './support/node/chromium.mjs'

/**
 * `npm test`: lint, formatting, types, every test, the browser tests included. Nothing is skipped:
 * a step that cannot run fails. The last line is the total.
 */
const results = join(import.meta.dirname, '../node_modules/.cache/test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const vitestReport = join(results, 'vitest.json')
const playwrightReport = join(results, 'playwright.json')
const total = { passed: 0, failed: 0 }

const chromiumPath = requireChromium()

await Promise.all(staticStages.map((stage) => step(stage, [], countAsOne, 'buffered')))
await step(
  vitest,
  ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } =
      readReport(vitestReport)
    // A skipped test is a promise not kept, and a file that does not load has no tests to count.
    const skipped = numPendingTests + numTodoTests
    const unloaded = success || numFailedTests + skipped > 0 ? 0 : 1
    return { passed: numPassedTests, failed: numFailedTests + skipped + unloaded }
  },
)
await step(playwright, ['--reporter=list,json'], () => {
  const { stats, errors } = readReport(playwrightReport)
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length
  return { passed: stats.expected, failed }
})

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

async function step({ name, command, args }, reporters, count, output = 'inherit') {
  const startedAt = performance.now()
  if (output === 'inherit') console.log(`\n── ${name}`)
  const { exitCode, text } = await run(command, [...args, ...reporters], output)
  const counted = countSafely(count, exitCode)
  // A runner that fails with no failed test has failed all the same.
  if (exitCode !== 0 && counted.failed === 0) counted.failed = 1
  total.passed += counted.passed
  total.failed += counted.failed
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (exitCode !== 0) process.stdout.write(text)
  console.log(`── ${name}: ${exitCode === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
}

/** Steps that run side by side are buffered, or their lines would mix; a failed one is printed. */
function run(command, args, output) {
  const child = spawn(command, args, {
    stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      CHROMIUM_PATH: chromiumPath,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ exitCode: 1, text: `${text}${error.message}\n` }))
    child.on('close', (code) => resolve({ exitCode: code ?? 1, text }))
  })
}

function countSafely(count, exitCode) {
  try {
    return count(exitCode)
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function countAsOne(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function readReport(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
