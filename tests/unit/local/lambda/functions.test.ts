import { expect, test } from 'vitest'
import { functionConfig } from '../../../support/lambda/function-config.ts'
import { returned, settle, startLambda } from '../../../support/lambda/lambda.ts'

test('a function gets a copy of the event, and its answer comes back', async () => {
  const { greet, started } = startLambda()

  const greeting = greet({ name: 'Ada' })
  await settle()
  started[0]!.answer(returned({ text: 'Hello' }))

  await expect(greeting).resolves.toEqual({ text: 'Hello' })
  expect(started[0]!.calls).toEqual(['{"name":"Ada"}'])
})

test('a function that returns nothing is one that returns null', async () => {
  const { greet, started } = startLambda()

  const greeting = greet()
  await settle()
  started[0]!.answer({ kind: 'returned', json: undefined })

  await expect(greeting).resolves.toBeNull()
})

test('nothing is started before the first call, and the second finds it warm', async () => {
  const { greet, started } = startLambda()
  expect(started).toEqual([])

  for (const turn of [1, 2]) {
    const greeting = greet({ turn })
    await settle()
    started[0]!.answer(returned(turn))
    await greeting
  }

  expect(started).toHaveLength(1)
  expect(started[0]!.calls).toEqual(['{"turn":1}', '{"turn":2}'])
})

test('a function that throws stays warm', async () => {
  const { greet, started } = startLambda()

  const greeting = greet()
  await settle()
  started[0]!.answer({ kind: 'threw', message: 'No.' })

  await expect(greeting).rejects.toMatchObject({ fault: 'threw', message: 'No.' })
  expect(started[0]!.hasEnded).toBe(false)
})

test.for([
  { kind: 'crashed', message: 'boom', text: 'boom' },
  { kind: 'exited', message: 'Error: gone', text: /^RequestId: [\da-f-]{36} Error: gone$/ },
] as const)('a function that has $kind starts anew', async ({ kind, message, text }) => {
  const { greet, started } = startLambda()

  const first = greet()
  await settle()
  started[0]!.answer({ kind, message })
  await expect(first).rejects.toMatchObject({
    fault: 'crashed',
    message: expect.stringMatching(text),
  })
  const second = greet()
  await settle()
  started[1]!.answer(returned('well'))

  await expect(second).resolves.toBe('well')
  expect(started[0]!.hasEnded).toBe(true)
})

test('a function that died between two calls starts anew', async () => {
  const { greet, started } = startLambda()
  const first = greet()
  await settle()
  started[0]!.answer(returned(1))
  await first
  started[0]!.isOver = true

  const second = greet()
  await settle()
  started[1]!.answer(returned(2))

  await expect(second).resolves.toBe(2)
})

test('a function that cannot be read fails in its own words, and is read again', async () => {
  const message = 'SyntaxError: Unexpected token'
  const { greet, started } = startLambda({
    load: () => Promise.resolve({ kind: 'threw', message }),
  })

  await expect(greet()).rejects.toMatchObject({ fault: 'threw', message })
  await expect(greet()).rejects.toMatchObject({ fault: 'threw', message })

  expect(started.map(({ hasEnded }) => hasEnded)).toEqual([true, true])
})

test('a trigger has five seconds, whatever limit it has itself', async () => {
  const { greet, started, manual, functions } = startLambda()
  functions[0] = functionConfig({ timeoutSeconds: 60 })

  const greeting = greet()
  await settle()
  expect(manual.waiting()).toEqual([5000])
  manual.pass()

  await expect(greeting).rejects.toMatchObject({ fault: 'timed-out' })
  expect(started[0]!.hasEnded).toBe(true)
})

test('a function of a shorter limit is ended at that, in Lambda’s words', async () => {
  const { greet, manual, functions } = startLambda()
  functions[0] = functionConfig({ timeoutSeconds: 3 })

  const greeting = greet()
  await settle()
  expect(manual.waiting()).toEqual([3000])
  manual.pass()

  await expect(greeting).rejects.toMatchObject({
    fault: 'threw',
    message: expect.stringMatching(/^\d{4}-.+Z [\da-f-]{36} Task timed out after 3\.00 seconds$/),
  })
})

test('reading the source has a limit of its own', async () => {
  const { greet, started, manual } = startLambda({ load: () => new Promise(() => undefined) })

  const greeting = greet()
  await settle()
  expect(manual.waiting()).toEqual([10_000])
  manual.pass()

  await expect(greeting).rejects.toMatchObject({ fault: 'timed-out' })
  expect(started[0]!.hasEnded).toBe(true)
})

test('an answer in time stops the clock', async () => {
  const { greet, started, manual } = startLambda()

  const greeting = greet()
  await settle()
  started[0]!.answer(returned('in time'))
  await greeting

  expect(manual.waiting()).toEqual([])
})

test.for(['an edited source', 'credentials about to end'])(
  'a warm function with %s gives way to a new one',
  async (how) => {
    const { greet, started, functions, runtime } = startLambda()
    const first = greet()
    await settle()
    started[0]!.answer(returned(1))
    await first

    if (how === 'an edited source') functions[0] = functionConfig({ source: '// edited' })
    else runtime.clock.advance({ minutes: 59, seconds: 30 })
    const second = greet()
    await settle()
    started[1]!.answer(returned(2))

    await expect(second).resolves.toBe(2)
    expect(started[0]!.hasEnded).toBe(true)
  },
)

test('four calls run at once, the fifth waits, and what ran stays for the next', async () => {
  const { greet, started } = startLambda()

  const greetings = [1, 2, 3, 4, 5].map((turn) => greet({ turn }))
  await settle()
  expect(started).toHaveLength(4)
  started[0]!.answer(returned('first'))
  await settle()
  for (const { answer } of started) answer(returned('done'))
  await settle()
  started[0]!.answer(returned('last'))

  await expect(Promise.all(greetings)).resolves.toHaveLength(5)
  expect(started.flatMap(({ calls }) => calls)).toHaveLength(5)
  expect(started.filter(({ hasEnded }) => !hasEnded)).toHaveLength(4)

  const again = [6, 7, 8, 9].map((turn) => greet({ turn }))
  await settle()
  for (const { answer } of started) answer(returned('again'))
  await Promise.all(again)
  expect(started).toHaveLength(4)
})

test('an edited source ends all that waited', async () => {
  const { greet, started, functions } = startLambda()
  const greetings = [1, 2].map((turn) => greet({ turn }))
  await settle()
  for (const { answer } of started) answer(returned('done'))
  await Promise.all(greetings)

  functions[0] = functionConfig({ source: '// edited' })
  const next = greet()
  await settle()
  started[2]!.answer(returned('edited'))

  await expect(next).resolves.toBe('edited')
  expect(started.map(({ hasEnded }) => hasEnded)).toEqual([true, true, false])
})

test('what a function prints is logged under its name', async () => {
  const { greet, runtime } = startLambda()
  void greet()
  await settle()

  expect(runtime.logged).toEqual(['[greet] ready'])
})

test('what a function prints and how it fails stands with the event that it was called for', async () => {
  const { greet, started, runtime } = startLambda()
  const event = { triggerSource: 'PreSignUp_SignUp' }
  const first = greet(event)
  await settle()
  started[0]!.answer({ kind: 'threw', message: 'Not on Sundays', at: '3:9' })
  await expect(first).rejects.toMatchObject({ message: 'Not on Sundays' })
  const second = greet(event)
  await settle()
  started[0]!.answer(returned('well'))
  await second

  const [ready = '', failed = '', ...others] = runtime.logged
  expect(others).toEqual([])
  expect(ready).toMatch(/^\[greet PreSignUp_SignUp [\da-f]{8}\] ready$/)
  expect(failed).toBe(ready.replace('ready', 'failed: Not on Sundays (index.js:3:9)'))
})

test('closing ends functions in the middle of a call, and starts no other', async () => {
  const { greet, started, close } = startLambda()
  const greeting = greet()
  await settle()

  await close()
  started[0]!.answer({ kind: 'exited', message: 'Error: gone' })

  expect(started[0]!.hasEnded).toBe(true)
  await expect(greeting).rejects.toMatchObject({ fault: 'crashed' })
  await expect(greet()).rejects.toMatchObject({ fault: 'crashed' })
  expect(started).toHaveLength(1)
})
