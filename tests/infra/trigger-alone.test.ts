import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../infra/triggers/main.ts'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

/** Runs `npm run trigger` in a folder with one function, `greet`. */
async function run(source: string, argv: readonly string[], event = '{"name":"Ada"}') {
  const root = temporaryFolder()
  mkdirSync(join(root, 'infra', 'triggers'), { recursive: true })
  writeFileSync(join(root, 'infra', 'triggers', 'greet.ts'), source)
  const file = join(root, 'event.json')
  writeFileSync(file, event)
  const answers: string[] = []
  const told: string[] = []
  const status = await main(
    argv.map((word) => (word === 'FILE' ? file : word)),
    root,
    { answer: (json) => answers.push(json), tell: (line) => told.push(line) },
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
  [['greet'], 'Usage: npm run trigger'],
  [['other', '--event', 'FILE'], 'infra/triggers has no other: it has greet.ts.'],
  [['greet', '--event', 'none.json'], 'none.json'],
  [['greet', '--event', 'FILE', '--env', 'WORD'], '--env WORD: NAME=VALUE'],
] as const)('%j is a fault that says what to do', async ([argv, words]) => {
  const { status, told } = await run(greets, argv)

  expect(status).toBe(1)
  expect(told).toContain(words)
})

test('an event that is no JSON is one, too', async () => {
  const { status, told } = await run(greets, ['greet', '--event', 'FILE'], '{')

  expect(status).toBe(1)
  expect(told).toContain('JSON')
})
