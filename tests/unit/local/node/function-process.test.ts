import { expect, test as base } from 'vitest'
import type {
  FunctionProcess,
  FunctionResult,
} from '../../../../local/core/ports/function-process.ts'
import { startFunction } from '../../../../local/node/function-process.ts'

interface Running {
  load: () => Promise<FunctionResult>
  call: (event?: unknown) => Promise<FunctionResult>
  isOver: () => boolean
  end: () => Promise<void>
  printed: string[]
}

const test = base.extend<{ start: (source: string, handler?: string) => Running }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  start: async ({}, use) => {
    const processes: FunctionProcess[] = []
    await use((source, handler = 'index.handler') => {
      const printed: string[] = []
      const environment = { GREETING: 'Hello' }
      const process = startFunction({ name: 'greet', source, handler, environment }, (line) =>
        printed.push(line),
      )
      processes.push(process)
      return {
        load: () => process.load(),
        call: (event = {}) =>
          process.call({
            requestId: 'request-1',
            arn: 'arn:greet',
            event: JSON.stringify(event),
            limitMs: 5000,
          }),
        isOver: () => process.isOver(),
        end: () => process.end(),
        printed,
      }
    })
    await Promise.all(processes.map((process) => process.end()))
  },
})

/** All but the line, which tests of their own look at. */
function withoutPlace(result: FunctionResult): object {
  const { at: _, ...rest } = { at: undefined, ...result }
  return rest
}

const returned = (value: unknown) => ({ kind: 'returned', json: JSON.stringify(value) })

test('an asynchronous handler answers with what it returns', async ({ start }) => {
  const { load, call } = start('exports.handler = async ({ name }) => ({ text: `Hello ${name}` })')

  expect(await load()).toEqual({ kind: 'returned', json: undefined })
  expect(await call({ name: 'Ada' })).toEqual(returned({ text: 'Hello Ada' }))
})

test('a handler with a callback answers once nothing is left to do', async ({ start }) => {
  const { load, call, printed } = start(`
    exports.handler = (event, context, callback) => {
      callback(null, 'answer')
      setTimeout(() => console.log('after'), 50)
    }`)
  await load()

  expect(await call()).toEqual(returned('answer'))
  await expect.poll(() => printed).toEqual(['after'])
})

test('a handler with a callback answers at once when it says so', async ({ start }) => {
  const { load, call } = start(`
    exports.handler = (event, context, callback) => {
      context.callbackWaitsForEmptyEventLoop = false
      setInterval(() => undefined, 1000)
      callback(null, 'answer')
    }`)
  await load()

  expect(await call()).toEqual(returned('answer'))
})

test.for([
  ['never calls back', 'exports.handler = () => undefined'],
  ['returns a promise that nothing can settle', 'exports.handler = () => new Promise(() => {})'],
])('a handler that %s answers with nothing, and again', async ([, source = ''], { start }) => {
  const { load, call } = start(source)
  await load()

  expect(await call()).toEqual({ kind: 'returned', json: undefined })
  expect(await call()).toEqual({ kind: 'returned', json: undefined })
})

test('what a function keeps from call to call is there at the next', async ({ start }) => {
  const { load, call } = start('let calls = 0; exports.handler = async () => (calls += 1)')
  await load()

  expect([await call(), await call(), await call()]).toEqual([1, 2, 3].map(returned))
})

test('a function sees its own environment and nothing of ours', async ({ start }) => {
  const { load, call } = start('exports.handler = async () => [process.env, process.argv.slice(2)]')
  await load()

  expect(await call()).toEqual(returned([{ GREETING: 'Hello' }, []]))
})

test('a function is told what it is and how much time is left', async ({ start }) => {
  const { load, call } = start(`
    exports.handler = async (event, context) => [
      context.functionName, context.awsRequestId, context.invokedFunctionArn,
      context.getRemainingTimeInMillis() <= 5000 && context.getRemainingTimeInMillis() > 0,
    ]`)
  await load()

  expect(await call()).toEqual(returned(['greet', 'request-1', 'arn:greet', true]))
})

test('a function can require the AWS SDK and Node’s own modules', async ({ start }) => {
  const { load, call } = start(`
    const { ListUsersCommand } = require('@aws-sdk/client-cognito-identity-provider')
    const { createHash } = require('node:crypto')
    exports.handler = async () => [typeof ListUsersCommand, typeof createHash]`)

  expect(await load()).toMatchObject({ kind: 'returned' })
  expect(await call()).toEqual(returned(['function', 'function']))
})

test('a function can import what is an ES module', async ({ start }) => {
  const { load, call } = start(`
    exports.handler = async () => {
      const { ListUsersCommand } = await import('@aws-sdk/client-cognito-identity-provider')
      const { jwtVerify } = await import('jose')
      const { createHash } = await import('node:crypto')
      return [typeof ListUsersCommand, typeof jwtVerify, typeof createHash]
    }`)
  await load()

  expect(await call()).toEqual(returned(['function', 'function', 'function']))
})

test('module.exports may be replaced', async ({ start }) => {
  const { load, call } = start('module.exports = { handler: async () => __filename }')
  await load()

  expect(await call()).toEqual(returned('/var/task/index.js'))
})

test.for([
  ['throws', 'exports.handler = async () => { throw new Error("No.") }', 'No.'],
  ['throws at once', 'exports.handler = () => { throw new TypeError("No.") }', 'No.'],
  ['throws a text', 'exports.handler = async () => { throw "No." }', 'No.'],
  ['throws an object', 'exports.handler = async () => { throw { a: 1 } }', '{"a":1}'],
  ['calls back with an error', 'exports.handler = (e, c, done) => done(new Error("No."))', 'No.'],
  ['fails', 'exports.handler = (e, context) => context.fail(new Error("No."))', 'No.'],
  [
    'returns what is no JSON',
    'exports.handler = async () => { const a = {}; a.a = a; return a }',
    'Unable to stringify response body',
  ],
])('a function that %s can be called again', async ([, source = '', message], { start }) => {
  const { load, call, isOver } = start(source)
  await load()

  expect(withoutPlace(await call())).toEqual({ kind: 'threw', message })
  expect(withoutPlace(await call())).toEqual({ kind: 'threw', message })
  expect(isOver()).toBe(false)
})

test.for([
  ['leaves', 'process.exit(1)', 'exited', 'Error: Runtime exited with error: exit status 1'],
  [
    'leaves in peace',
    'process.exit(0)',
    'exited',
    'Error: Runtime exited without providing a reason',
  ],
  [
    'throws where nobody catches',
    'setImmediate(() => { throw new Error("boom") })',
    'crashed',
    'boom',
  ],
  ['drops a promise that rejects', 'Promise.reject(new Error("boom"))', 'crashed', 'boom'],
  [
    'takes all memory',
    'const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5))',
    'exited',
    'Error: Runtime exited with error: signal: killed',
  ],
])('a function that %s ends alone', async ([, work = '', kind, message], { start }) => {
  const { load, call, isOver } = start(`
    exports.handler = () => { ${work}; return new Promise((done) => setTimeout(done, 60_000)) }`)
  await load()

  expect(withoutPlace(await call())).toEqual({ kind, message })
  expect(isOver()).toBe(true)
  expect(withoutPlace(await call())).toEqual({ kind, message })
})

test.for([
  ['is no JavaScript', 'exports.handler =', 'SyntaxError: Unexpected end of input'],
  [
    'is an ES module',
    'import fs from "node:fs"; export const handler = async () => 1',
    'SyntaxError: Cannot use import statement outside a module',
  ],
  ['throws', 'throw new Error("No.")', 'Error: No.'],
  ['exports no handler', 'exports.other = 1', 'index.handler is undefined or not exported'],
  ['requires what is not there', 'require("left-pad-of-1970")', /Cannot find module 'left-pad/],
] as const)('a source that %s is not loaded', async ([, source, message], { start }) => {
  const result = await start(source).load()

  expect(result).toMatchObject({
    kind: 'threw',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  })
})

test('a function in an endless loop can be ended', async ({ start }) => {
  const { load, call, end } = start('exports.handler = () => { for (;;); }')
  await load()
  const calling = call()

  await end()

  expect(await calling).toMatchObject({ kind: 'exited' })
})

test('what a function prints comes line by line, from both of its streams', async ({ start }) => {
  const { load, call, printed } = start(`
    console.log('loading')
    exports.handler = async () => { console.error('one\\ntwo'); console.log({ three: 3 }) }`)
  await load()
  await call()

  await expect.poll(() => printed.toSorted()).toEqual(['loading', 'one', 'two', '{ three: 3 }'])
})

test.for([
  ['throws', "exports.handler = async () => {\n  throw new Error('No.')\n}", '2:9'],
  [
    'crashes',
    "exports.handler = () =>\n  setImmediate(() => {\n    throw new Error('No.')\n  })",
    '3:11',
  ],
] as const)('one that %s says in which line', async ([, source, at], { start }) => {
  const { load, call } = start(source)
  await load()

  expect(await call()).toMatchObject({ message: 'No.', at })
})

test('one that cannot be read says in which line', async ({ start }) => {
  const { load } = start("'use strict'\n\nexport const handler = 1")

  expect(await load()).toMatchObject({ kind: 'threw', at: '3:1' })
})
