import { expect, test } from 'vitest'
import { startEcho } from './start-echo.ts'

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
  expect(response.headers.get('x-amzn-errormessage')).toBeNull()
})

test('the message of an error is in a header too, on one line of ASCII', async () => {
  const { call } = startEcho()

  const plain = await call('{')
  const typed = await call('{}', {
    'x-amz-target': 'EchoService.RefuseWith',
  })

  expect(plain.response.headers.get('x-amzn-errormessage')).toBe(plain.json.message)
  expect(typed.json.message).toBe('Nö,\r\nx-evil: 1 😀')
  expect(typed.response.headers.get('x-amzn-errormessage')).toBe('N?, x-evil: 1 ?')
  expect(typed.response.headers.get('x-evil')).toBeNull()
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
