import { expect, test } from 'vitest'
import { startEcho } from './start-echo.ts'

test('a body that is not UTF-8 is refused', async () => {
  const { call } = startEcho()

  const { json } = await call(new Uint8Array([0x22, 0xff, 0x22]))

  expect(json).toMatchObject({ __type: 'SerializationException' })
})

test.for<[input: object, fault: string]>([
  [{}, "Value at 'name' failed to satisfy constraint: Member must not be null"],
  [{ Name: null }, "Value at 'name' failed to satisfy constraint: Member must not be null"],
  [
    { Name: 'a' },
    "Value 'a' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 2",
  ],
  [
    { Name: 'countess' },
    "Value 'countess' at 'name' failed to satisfy constraint: Member must have length less than or equal to 5",
  ],
  [
    { Name: 'Ada' },
    "Value 'Ada' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z]+$",
  ],
  [
    { Name: 'ada', Kind: 'C' },
    "Value 'C' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
  ],
  [
    { Name: 'ada', Secret: 'xy' },
    "Value at 'secret' failed to satisfy constraint: Member must have length greater than or equal to 3",
  ],
  [
    { Name: 'ada', Parts: [{ PartName: 'ok' }, {}] },
    "Value at 'parts.2.member.partName' failed to satisfy constraint: Member must not be null",
  ],
  [
    { Name: 'ada', Parts: [{}, {}, {}, {}].map(() => ({ PartName: 'ok' })) },
    "Value at 'parts' failed to satisfy constraint: Member must have length less than or equal to 3",
  ],
])('the input %j breaks one constraint', async ([input, fault]) => {
  const { call, seen } = startEcho()

  const { json } = await call(JSON.stringify(input))

  expect(json).toEqual({
    __type: 'ValidationException',
    message: `1 validation error detected: ${fault}`,
  })
  expect(seen).toEqual([])
})

test('a blob arrives as its bytes, which its length is counted in', async () => {
  const { call, seen } = startEcho()

  await call('{"Name":"ada","Image":"AQID"}')
  const { json } = await call('{"Name":"ada","Image":"AQIDBA=="}')

  expect(seen).toEqual([{ Name: 'ada', Image: new Uint8Array([1, 2, 3]) }])
  expect(json.message).toBe(
    "1 validation error detected: Value at 'image' failed to satisfy constraint: Member must have length less than or equal to 3",
  )
})

test('several broken constraints are counted and joined', async () => {
  const { call } = startEcho()

  const { json } = await call('{"Name":"A","Kind":"C"}')

  expect(json.message).toMatch(/^3 validation errors detected: Value 'A' at 'name'.+; Value 'A' /)
})

test('unknown members and prototypes never reach an operation', async () => {
  const { call, seen } = startEcho()

  await call(
    '{"Name":"ada","__proto__":{"Flag":true},"constructor":{},"Tags":{"__proto__":"x","a":"1"}}',
  )

  const [input] = seen
  expect(Object.keys(input ?? {})).toEqual(['Name', 'Tags'])
  expect(Object.getPrototypeOf(input)).toBeNull()
  expect(input?.['Flag']).toBeUndefined()
  expect(Object.getPrototypeOf(input?.['Tags'])).toBeNull()
  expect(({} as Record<string, unknown>)['Flag']).toBeUndefined()
})

test('a body that is too long is refused, announced or not', async () => {
  const { call, service, seen } = startEcho()
  const body = JSON.stringify({ Name: 'ada', Tags: { pad: 'x'.repeat(1000) } })
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(400).fill(0x20))
    },
  })

  const announced = await call(body, { 'content-length': String(body.length) })
  const endless = await service(
    new Request('http://localhost/', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: {
        'content-type': 'application/x-amz-json-1.1; charset=utf-8',
        'x-amz-target': 'EchoService.Echo',
      },
    } as RequestInit),
  )

  expect(announced.status).toBe(413)
  expect(announced.json).toMatchObject({ __type: 'RequestEntityTooLargeException' })
  expect(endless.status).toBe(413)
  expect(seen).toEqual([])
})

test('a body that breaks off is an answer too', async () => {
  const { service } = startEcho()
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('connection reset'))
    },
  })

  const response = await service(
    new Request('http://localhost/', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'EchoService.Echo',
      },
    } as RequestInit),
  )

  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ __type: 'SerializationException' })
})

test('deep nesting is read past, not into', async () => {
  const { call, seen } = startEcho()

  const { status } = await call(`{"Name":"ada","Unknown":${'['.repeat(450)}${']'.repeat(450)}}`)

  expect(status).toBe(200)
  expect(seen).toEqual([{ Name: 'ada' }])
})
