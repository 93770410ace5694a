import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startFunctionInRealm } from '../../../../local/web/function-in-realm.ts'

const call = { requestId: 'r1', arn: 'arn:f', event: '{"n":1}', limitMs: 1000 }

/** What a function of `source` answers, and what it prints. */
async function run(source: string, environment: Record<string, string> = {}) {
  const printed: string[] = []
  const code = { name: 'f', handler: 'index.handler', source, environment }
  const started = startFunctionInRealm(code, (line) => printed.push(line))
  const loaded = await started.load()
  const result = loaded.kind === 'returned' ? await started.call(call) : loaded
  return { result, printed }
}

const returned = (json: string | undefined) => ({ kind: 'returned', json })
const threw = (message: string) => ({ kind: 'threw', message })

test.for([
  ['exports.handler = async (event) => ({ n: event.n + 1 })', returned('{"n":2}')],
  ['exports.handler = (event, context, callback) => callback(null, event.n)', returned('1')],
  [
    'module.exports = { handler: (e, c, done) => { queueMicrotask(() => done(null, 2)) } }',
    returned('2'),
  ],
  ['exports.handler = (event, context) => context.succeed(3)', returned('3')],
  ['exports.handler = () => {}', returned(undefined)],
  [
    'exports.handler = async (e, c) => [c.awsRequestId, c.invokedFunctionArn]',
    returned('["r1","arn:f"]'),
  ],
  ["exports.handler = async () => { throw new Error('no') }", threw('no')],
  ["exports.handler = () => { throw new Error('no') }", threw('no')],
  ["exports.handler = (e, c, done) => done('no')", threw('no')],
  ['exports.handler = async () => 1n', threw('Unable to stringify response body')],
  ['exports.other = () => {}', threw('index.handler is undefined or not exported')],
  ["throw new TypeError('bad')", threw('TypeError: bad')],
  ["require('@aws-sdk/client-s3')", threw("Error: Cannot find module '@aws-sdk/client-s3'")],
] as const)('%s', async ([source, expected]) => {
  expect((await run(source)).result).toEqual(expected)
})

test('a function has an environment of its own, and a console that is read line by line', async () => {
  const source =
    "exports.handler = async () => { console.log('a', { b: 1 }); console.error('c\\nd'); return process.env }"
  const { result, printed } = await run(source, { TABLE: 't' })

  expect(result).toEqual(returned('{"TABLE":"t"}'))
  expect(printed).toEqual(['a {"b":1}', 'c', 'd'])
})

test('the template’s own trigger is read without a package', async () => {
  const source = readFileSync('infra/triggers/accounts.cjs', 'utf8')
  const code = { name: 'f', handler: 'index.handler', source, environment: {} }

  expect(await startFunctionInRealm(code, () => undefined).load()).toEqual(returned(undefined))
})
