import { expect, test } from 'vitest'
import { requestChunks } from '../../../../local/http/wire-request.ts'
import { createRequestLog } from '../../../../local/local-api/requests/request-log.ts'
import { createTestClock } from '../../../support/core/clock.ts'

function startLog() {
  return createRequestLog({
    clock: createTestClock(),
    nameOf: () => ({ service: 'cognito-idp', operation: 'SignUp' }),
    faultOf: () => undefined,
  })
}

async function textOf(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of requestChunks(request)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const signUp = (body: string) =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body,
  })

test('the newest 500 requests are kept, by numbers that go on', async () => {
  const log = startLog()

  for (let sent = 0; sent < 502; sent += 1) {
    await log.interceptor(signUp('{}'), () => Promise.resolve(Response.json({})), 'cognito')
  }

  const all = log.list()
  expect(all).toHaveLength(500)
  expect([all[0]?.id, all.at(-1)?.id]).toEqual(['502', '3'])
  expect(log.find('2')).toBeUndefined()
})

test('service and client have both bodies whole, and a long one is not kept', async () => {
  const log = startLog()
  const long = JSON.stringify({ Username: 'a'.repeat(20_000) })

  for (const body of ['{"Username":"ä"}', long]) {
    const answer = await log.interceptor(
      signUp(body),
      async (request) => Response.json({ echo: await textOf(request) }),
      'cognito',
    )
    expect(await answer.json()).toEqual({ echo: body })
  }

  expect(log.find('1')).toMatchObject({
    request: { body: { Username: 'ä' } },
    response: { body: { echo: '{"Username":"ä"}' } },
  })
  expect(log.find('2')?.request).not.toHaveProperty('body')
  expect(log.find('2')?.response).not.toHaveProperty('body')
})

test('a body that is no JSON, whatever it says it is, is not shown', async () => {
  const log = startLog()

  await log.interceptor(
    signUp('Password=Correct-horse-1'),
    async (request) => new Response(await textOf(request), { status: 400 }),
    'cognito',
  )

  expect(JSON.stringify(log.find('1'))).not.toContain('Correct-horse-1')
})
