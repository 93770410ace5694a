import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { requireChromium } from './support/chromium.mjs'

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

await step('lint', 'npx', ['eslint', '--max-warnings', '0', '.'], countAsOne)
await step('format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.'], countAsOne)
await step('types', 'npm', ['run', '--silent', 'typecheck'], countAsOne)
await step(
  'vitest',
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } =
      readReport(vitestReport)
    // A skipped test is a promise not kept, and a file that does not load has no tests to count.
    const skipped = numPendingTests + numTodoTests
    const unloaded = success || numFailedTests + skipped > 0 ? 0 : 1
    return { passed: numPassedTests, failed: numFailedTests + skipped + unloaded }
  },
)
await step('build', 'npm', ['run', '--silent', 'build', '--', '--mode', 'local'], countAsOne)
await step('playwright', 'npx', ['playwright', 'test', '--reporter=list,json'], () => {
  const { stats, errors } = readReport(playwrightReport)
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length
  return { passed: stats.expected, failed }
})

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

async function step(name, command, args, count) {
  const startedAt = performance.now()
  console.log(`\n── ${name}`)
  const exitCode = await run(command, args)
  const counted = countSafely(count, exitCode)
  // A runner that fails with no failed test has failed all the same.
  if (exitCode !== 0 && counted.failed === 0) counted.failed = 1
  total.passed += counted.passed
  total.failed += counted.failed
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`── ${name}: ${exitCode === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
}

function run(command, args) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      CHROMIUM_PATH: chromiumPath,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    },
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
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
