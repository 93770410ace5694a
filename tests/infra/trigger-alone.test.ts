import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../infra/triggers/main.ts'
import type { Timer } from '../../local/core/ports/timer.ts'
import { createManualTimer } from '../support/core/manual-timer.ts'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

/** Runs `npm run trigger` in a folder with one function, `greet`. */
async function run(
  source: string,
  argv: readonly string[],
  { event = '{"name":"Ada"}', timer }: { event?: string; timer?: Timer } = {},
) {
  const root = temporaryFolder()
  mkdirSync(join(root, 'infra', 'triggers'), { recursive: true })
  writeFileSync(join(root, 'infra', 'triggers', 'greet.ts'), source)
  writeFileSync(join(root, 'infra', 'triggers', 'tool.mjs'), 'export function handle() {}\n')
  const file = join(root, 'event.json')
  writeFileSync(file, event)
  const answers: string[] = []
  const told: string[] = []
  const status = await main(
    argv.map((word) => (word === 'FILE' ? file : word)),
    root,
    { answer: (json) => answers.push(json), tell: (line) => told.push(line) },
    timer,
  )
  return { status, answers, told: told.join('\n') }
}

const greets = `
interface Event { name: string }
export const handler = async ({ name }: Event) => {
  console.log('greeting', name)
  return { text: \`\${process.env.WORD} \${name}\` }
}
`

test('a function runs alone, with an event from a file and the variables that are given', async () => {
  const { status, answers, told } = await run(greets, [
    'greet',
    '--event',
    'FILE',
    '--env',
    'WORD=Good day',
  ])

  expect(status).toBe(0)
  expect(answers.map((json) => JSON.parse(json) as unknown)).toEqual([{ text: 'Good day Ada' }])
  expect(told).toBe('greeting Ada')
})

test('one that throws is told with its line', async () => {
  const source = "export const handler = () => {\n  throw new Error('Not on Sundays')\n}\n"

  const { status, answers, told } = await run(source, ['greet', '--event', 'FILE'])

  expect([status, answers]).toEqual([1, []])
  expect(told).toMatch(/^Not on Sundays \(index\.js:\d+:\d+\)$/)
})

test.for([
  [
    'never answers',
    'export const handler = () => new Promise((done) => setTimeout(done, 9e4))',
    5000,
  ],
  ['never leaves its loop', 'export const handler = () => { while (!process.env.WORD); }', 5000],
  ['is never read', 'while (!process.env.WORD);\nexport const handler = () => ({})', 10_000],
] as const)('one that %s is ended at the limit of a trigger', async ([, source, limitMs]) => {
  const { timer, waiting, pass } = createManualTimer()

  const running = run(source, ['greet', '--event', 'FILE'], { timer })
  await expect.poll(waiting, { timeout: 10_000 }).toEqual([limitMs])
  pass()

  expect(await running).toEqual({ status: 1, answers: [], told: `no answer within ${limitMs} ms` })
})

test.for([
  [['greet'], 'Usage: npm run trigger'],
  [['other', '--event', 'FILE'], 'infra/triggers has no function other: it has greet.ts.'],
  [['tool', '--event', 'FILE'], 'infra/triggers has no function tool: it has greet.ts.'],
  [['greet', '--event', 'none.json'], 'none.json'],
  [['greet', '--event', 'FILE', '--env', 'WORD'], '--env WORD: NAME=VALUE'],
] as const)('%j is a fault that says what to do', async ([argv, words]) => {
  const { status, told } = await run(greets, argv)

  expect(status).toBe(1)
  expect(told).toContain(words)
})

test('an event that is no JSON is one, too', async () => {
  const { status, told } = await run(greets, ['greet', '--event', 'FILE'], { event: '{' })

  expect(status).toBe(1)
  expect(told).toContain('JSON')
})
