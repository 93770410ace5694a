import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { test } from '../../support/stand-in.ts'

const page = readFileSync(new URL('../../../docs/bring-your-own.md', import.meta.url), 'utf8')
const [, script = ''] = /<!-- first request -->\s+```js\n([\s\S]+?)```/.exec(page) ?? []

test('the page’s first request signs up, confirms and signs in', async ({ standIn }) => {
  const { region, userPoolClientId } = standIn.config
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: {
      ...process.env,
      VITE_AWS_REGION: region,
      VITE_USER_POOL_CLIENT_ID: userPoolClientId,
      AWS_ENDPOINT_URL: standIn.url,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const answers: readonly (readonly [question: string, answer: () => string])[] = [
    ['E-mail address: ', () => 'ada@example.com'],
    ['A new password: ', () => 'Analytical-Engine-1843'],
    ['Code from the mail: ', () => standIn.outbox[0]?.code ?? ''],
  ]
  let printed = ''
  let answered = 0
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    const [question, answer] = answers[answered] ?? []
    if (question === undefined || answer === undefined || !printed.endsWith(question)) return
    answered += 1
    child.stdin.write(`${answer()}\n`)
  })
  let failed = ''
  child.stderr.on('data', (chunk: Buffer) => void (failed += chunk.toString()))

  const code = await new Promise((resolve) => child.on('exit', resolve))

  expect(failed).toBe('')
  expect(code).toBe(0)
  expect(printed).toContain('Signed in: ')
  expect(printed).toContain('IdToken')
})
