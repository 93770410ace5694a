import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, test, vi } from 'vitest'
import type { Service } from '../../local/core/ports/service.ts'
import { requestTarget } from '../../local/http/wire-request.ts'
import { listen } from '../../local/listeners.ts'
import { silent, start, exchange, withResolvers } from './start-listener.ts'

const echo: Service = async (request) =>
  Response.json({
    method: request.method,
    url: request.url,
    target: requestTarget(request),
    headers: [...request.headers],
    body: await request.text(),
  })

test('answers on IPv4, on IPv6 and as localhost', async () => {
  const { port } = await start(echo)

  for (const host of ['127.0.0.1', '[::1]', 'localhost', 'bucket.localhost']) {
    const head = `GET / HTTP/1.1\r\nhost: ${host}:${port}\r\nconnection: close\r\n\r\n`
    expect(await exchange(port, head)).toMatch(/^HTTP\/1.1 200/)
    expect(await exchange(port, head, '::1')).toMatch(/^HTTP\/1.1 200/)
  }
})

test('two Host headers are refused, equal ones too', async () => {
  const { port } = await start(echo)

  for (const hosts of [
    ['localhost', 'localhost'],
    ['localhost', 'evil.example'],
    ['evil.example', 'localhost'],
  ]) {
    const lines = hosts.map((host, index) => `${['host', 'HOST'][index]}: ${host}\r\n`)
    const head = `GET / HTTP/1.1\r\n${lines.join('')}connection: close\r\n\r\n`
    const answer = await exchange(port, head)
    expect(answer).toMatch(/^HTTP\/1.1 400/)
    expect(answer).toContain('A request has one Host header.')
  }
})

test('cannot be reached on any other address of the machine', async () => {
  const { port } = await start(echo)
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')

  for (const { address } of others) {
    const socket = connect({ port, host: address })
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNREFUSED')
  }
})

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1', ''])(
  'refuses the host %o, which DNS rebinding could bring here',
  async (host) => {
    const service = vi.fn(echo)
    const { port } = await start(service)

    const answer = await exchange(port, `GET / HTTP/1.1\r\nhost: ${host}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 421 .*localhost only/s)
    expect(service).not.toHaveBeenCalled()
  },
)

test('hands over method, target, headers and body as they came', async () => {
  const { port } = await start(echo)
  const answer = await exchange(
    port,
    `PUT /b/a/../%2e%2E//x%20y?q=1&q HTTP/1.1\r\nHost: localhost:${port}\r\nX-A: 1\r\nx-a:  2 \r\n` +
      'Content-Length: 5\r\nConnection: close\r\n\r\nhello',
  )

  const { method, target, headers, body } = JSON.parse(
    answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1),
  )
  expect({ method, target, body }).toStrictEqual({
    method: 'PUT',
    target: '/b/a/../%2e%2E//x%20y?q=1&q',
    body: 'hello',
  })
  expect(headers).toContainEqual(['x-a', '1, 2'])
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a header without a name', 'GET / HTTP/1.1\r\nhost: localhost\r\n: x\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['an absolute target', 'GET http://evil.example/ HTTP/1.1\r\nhost: localhost\r\n\r\n', 400],
  ['a method that Fetch forbids', 'TRACE / HTTP/1.1\r\nhost: localhost\r\n\r\n', 400],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
    400,
  ],
  [
    'a header of 20 KB',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
  ],
])('answers %s with words, and goes on', async (_name, bytes, status) => {
  const { port } = await start(echo)

  const answer = await exchange(port, bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).not.toMatch(/\bat .*:\d+/)
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200)
})

test('closes a connection that sends its headers byte by byte for too long', async () => {
  const { port } = await start(echo, { limits: { headersTimeoutMs: 100, checkEveryMs: 20 } })

  expect(await exchange(port, 'GET / HTTP/1.1\r\nhost: loc')).toMatch(/^HTTP\/1.1 408 /)
})

test('closes a connection that never ends its body', async () => {
  const { port } = await start(echo, {
    limits: { headersTimeoutMs: 100, requestTimeoutMs: 150, checkEveryMs: 20 },
  })

  const head = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nhalf'
  expect(await exchange(port, head)).toMatch(/^HTTP\/1.1 408 /)
})

test('a service that fails leaves the others alone', async () => {
  const errors: string[] = []
  const { port } = await start(
    (request) =>
      request.url.endsWith('/bad') ? Promise.reject(new Error('secret')) : echo(request),
    { log: { ...silent, error: (message) => errors.push(message) } },
  )

  const answer = await fetch(`http://localhost:${port}/bad`)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
  expect(errors).toHaveLength(1)
  expect((await fetch(`http://localhost:${port}/good`)).status).toBe(200)
})

test('a taken port is an error that names it and the way out', async () => {
  const { port } = await start(echo)

  await expect(listen(echo, { port, log: silent })).rejects.toThrow(
    new RegExp(`Port ${port} is taken.*LOCAL_AWS_PORT=`),
  )
})

test('closing waits for the answer that is under way', async () => {
  const started = withResolvers<undefined>()
  const gate = withResolvers<undefined>()
  const listener = await start(async () => {
    started.resolve(undefined)
    await gate.promise
    return new Response('whole')
  })
  const answer = fetch(`http://localhost:${listener.port}/`)
  await started.promise

  const closed = listener.close()
  gate.resolve(undefined)
  expect(await (await answer).text()).toBe('whole')
  await closed
  await expect(fetch(`http://localhost:${listener.port}/`)).rejects.toThrow()
})
