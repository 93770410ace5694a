import { expect, test } from 'vitest'
import { createAwsJsonService } from '../../../../local/http/aws-json.ts'
import { AwsJsonError } from '../../../../local/http/aws-json-error.ts'
import type { Shape, StructureShape } from '../../../../local/http/aws-json-shapes.ts'
import { createTestRuntime } from '../../../support/test-runtime.ts'

const members: Record<string, Shape> = {
  Name: { type: 'string', minLength: 2, maxLength: 5, pattern: /^[a-z]+$/ },
  Secret: { type: 'string', sensitive: true, minLength: 3 },
  Kind: { type: 'string', values: ['A', 'B'] },
  Flag: { type: 'boolean' },
  Image: { type: 'blob', maxLength: 3 },
  Count: { type: 'integer' },
  Tags: { type: 'map', of: { type: 'string' } },
  Parts: {
    type: 'list',
    maxLength: 3,
    of: {
      type: 'structure',
      members: { PartName: { type: 'string', maxLength: 2 } },
      required: ['PartName'],
    },
  },
}

const shapes: Record<string, StructureShape> = {
  Echo: { type: 'structure', members, required: ['Name'] },
}
const anything: StructureShape = { type: 'structure', members: {}, required: [] }

/** A service of one operation that answers with what it was given. */
function startEcho() {
  const runtime = createTestRuntime()
  const seen: Record<string, unknown>[] = []
  const service = createAwsJsonService({
    ...runtime,
    targetPrefix: 'EchoService',
    operations: {
      Echo: {
        handle: (input) => {
          seen.push(input)
          return Promise.resolve({ Echo: input })
        },
      },
      Nothing: { handle: () => Promise.resolve(undefined) },
      Refuse: {
        handle: () => Promise.reject(new AwsJsonError('RefusedException', 400)),
      },
      Crash: {
        handle: () => Promise.reject(new TypeError('secret at /home/ada/file.ts:1')),
      },
    },
    unsupported: ['Elsewhere'],
    requestShapes: (operation) => shapes[operation] ?? anything,
    constraintError: (message) => new AwsJsonError('ValidationException', 400, message),
    context: undefined,
    maxBodyBytes: 1000,
  })
  const call = async (body: BodyInit | null, headers: Record<string, string> = {}) => {
    const response = await service(
      new Request('http://localhost/', {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'EchoService.Echo',
          ...headers,
        },
      }),
    )
    const text = await response.text()
    return { response, status: response.status, text, json: text === '' ? text : JSON.parse(text) }
  }
  return { call, service, seen, runtime }
}

test('an answer carries a request id and may be read by any origin', async () => {
  const { call } = startEcho()

  const { response, json } = await call('{"Name":"ada"}')

  expect(json).toEqual({ Echo: { Name: 'ada' } })
  expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1')
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-expose-headers')).toBe(
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  )
})

test('a preflight allows what Amplify asks for', async () => {
  const { service } = startEcho()

  const response = await service(
    new Request('http://localhost/', {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'POST',
        'access-control-request-headers':
          'amz-sdk-invocation-id,amz-sdk-request,cache-control,content-type,x-amz-target,x-amz-user-agent',
      },
    }),
  )

  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-methods')).toBe('POST')
  expect(response.headers.get('access-control-allow-headers')).toContain(
    'amz-sdk-invocation-id,amz-sdk-request,cache-control,content-type,x-amz-target,x-amz-user-agent',
  )
})

test('an error names itself in the body and in the header, with no message where it has none', async () => {
  const { call } = startEcho()

  const { response, json } = await call('{}', { 'x-amz-target': 'EchoService.Refuse' })

  expect(response.status).toBe(400)
  expect(json).toEqual({ __type: 'RefusedException' })
  expect(response.headers.get('x-amzn-errortype')).toBe('RefusedException:')
})

test('a fault of our own is logged, and nothing of it is told', async () => {
  const { call, runtime } = startEcho()

  const { status, text } = await call('{}', { 'x-amz-target': 'EchoService.Crash' })

  expect(status).toBe(500)
  expect(JSON.parse(text)).toEqual({ __type: 'InternalErrorException', message: 'Internal error' })
  expect(runtime.logged).toEqual(['EchoService.Crash failed unexpectedly'])
})

test('an operation may answer with an empty body', async () => {
  const { call } = startEcho()

  const { status, text } = await call('{}', { 'x-amz-target': 'EchoService.Nothing' })

  expect({ status, text }).toEqual({ status: 200, text: '' })
})

test.for([
  [{ 'x-amz-target': 'EchoService.Unheard' }, 400, 'UnknownOperationException'],
  [{ 'x-amz-target': 'OtherService.Echo' }, 400, 'UnknownOperationException'],
  [{ 'x-amz-target': 'EchoService.Echo.Echo' }, 400, 'UnknownOperationException'],
  [{ 'x-amz-target': 'EchoService.constructor' }, 400, 'UnknownOperationException'],
  [{ 'x-amz-target': 'EchoService.__proto__' }, 400, 'UnknownOperationException'],
  [{ 'x-amz-target': '' }, 400, 'UnknownOperationException'],
  [{ 'content-type': 'application/json' }, 400, 'UnknownOperationException'],
  [{ 'content-type': 'text/plain' }, 400, 'UnknownOperationException'],
  [{ 'x-amz-target': 'EchoService.Elsewhere' }, 501, 'NotImplementedException'],
] as const)('with %j it answers %d %s', async ([headers, status, type]) => {
  const { call, seen } = startEcho()

  const answer = await call('{"Name":"ada"}', headers)

  expect(answer.status).toBe(status)
  expect(answer.json).toMatchObject({ __type: type })
  expect(seen).toEqual([])
})

test('an operation that is not here is named, with where to read about it', async () => {
  const { call } = startEcho()

  const { json } = await call('{}', { 'x-amz-target': 'EchoService.Elsewhere' })

  expect(json.message).toBe(
    'Elsewhere exists in Amazon Cognito but not in the local AWS; docs/parity.md lists what does.',
  )
})

test.for([
  ['{', 'Request body is not valid JSON'],
  ['[]', 'Start of list found where not expected.'],
  ['"text"', 'STRING_VALUE can not be converted to a structure'],
  ['null', 'NULL_VALUE can not be converted to a structure'],
  ['{"Name":5}', 'NUMBER_VALUE can not be converted to a String'],
  ['{"Name":true}', 'TRUE_VALUE can not be converted to a String'],
  ['{"Name":{}}', 'Start of structure or map found where not expected.'],
  ['{"Name":["ada"]}', 'Start of list found where not expected.'],
  ['{"Flag":"true"}', 'STRING_VALUE can not be converted to a Boolean'],
  ['{"Count":1.5}', 'NUMBER_VALUE can not be converted to an Integer'],
  ['{"Tags":[]}', 'Start of list found where not expected.'],
  ['{"Tags":{"a":{}}}', 'Start of structure or map found where not expected.'],
  ['{"Parts":{}}', 'Start of structure or map found where not expected.'],
  ['{"Parts":[null]}', 'NULL_VALUE can not be converted to a member of a list'],
  ['{"Image":5}', 'NUMBER_VALUE can not be converted to a blob'],
  ['{"Image":"a b"}', 'A blob is not encoded in Base64'],
  ['{"Name":"\\ud800"}', 'Invalid UTF-16 surrogate in a String'],
  ['{"Tags":{"\\udfff":"x"}}', 'Invalid UTF-16 surrogate in a String'],
] as const)('the body %s is refused: %s', async ([body, message]) => {
  const { call, seen } = startEcho()

  const { status, json } = await call(body)

  expect(status).toBe(400)
  expect(json).toEqual({ __type: 'SerializationException', message })
  expect(seen).toEqual([])
})

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
