import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { TextResponse } from '../../local/http/text-response.ts'
import { start, exchange, withResolvers } from './start-listener.ts'

test('a body is read no faster than the service takes it', async () => {
  let readBytes = 0
  let sentBytes = 0
  const gate = withResolvers<undefined>()
  const { port } = await start(async (request) => {
    const reader = request.body!.getReader()
    await gate.promise
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      readBytes += next.value.byteLength
    }
    return new Response('done')
  })

  const upload = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'PUT',
    headers: { host: 'localhost' },
  })
  const chunk = Buffer.alloc(1 << 20)
  // The kernel's socket buffers take some megabytes; what does not fit waits here.
  while (sentBytes < 64 << 20 && upload.write(chunk)) sentBytes += chunk.length
  const answered = once(upload, 'response')
  upload.end()
  expect(readBytes).toBe(0)
  gate.resolve(undefined)

  await answered
  expect(readBytes).toBe(sentBytes + chunk.length)
})

test('a client that disconnects in the middle of its upload breaks the body', async () => {
  const broken = withResolvers<unknown>()
  const { port } = await start(async (request) => {
    await request.arrayBuffer().catch((error: unknown) => broken.resolve(error))
    return new Response()
  })

  const socket = connect({ port, host: '127.0.0.1' })
  socket.write('PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf', () =>
    socket.destroy(),
  )
  expect(await broken.promise).toMatchObject({ message: 'The client went away' })
})

test('a client that disconnects in the middle of a download cancels it', async () => {
  const cancelled = withResolvers<undefined>()
  let pulls = 0
  const { port } = await start(() =>
    Promise.resolve(
      new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            pulls += 1
            controller.enqueue(new Uint8Array(1 << 16))
          },
          cancel: () => cancelled.resolve(undefined),
        }),
      ),
    ),
  )

  const socket = connect({ port, host: '127.0.0.1' })
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await once(socket, 'data')
  socket.destroy()
  await cancelled.promise
  expect(pulls).toBeLessThan(1000)
})

test('a download that breaks is cut off, not ended as if it were whole', async () => {
  const { port } = await start(() =>
    Promise.resolve(
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(new Uint8Array(10)),
          pull: (controller) => controller.error(new Error('disk')),
        }),
      ),
    ),
  )

  const downloading = fetch(`http://localhost:${port}/`).then((response) => response.arrayBuffer())
  await expect(downloading).rejects.toThrow()
})

test('HEAD has the headers of GET and no body, and frees the body it does not send', async () => {
  let cancelled = false
  const { port } = await start(() =>
    Promise.resolve(
      new Response(new ReadableStream({ cancel: () => void (cancelled = true) }), {
        headers: { 'content-length': '7', etag: '"x"' },
      }),
    ),
  )

  const response = await fetch(`http://localhost:${port}/`, { method: 'HEAD' })
  expect(response.headers.get('content-length')).toBe('7')
  expect(response.headers.get('etag')).toBe('"x"')
  expect(cancelled).toBe(true)
})

test('an answer before the end of the body keeps the connection in order', async () => {
  const { port } = await start((request) =>
    Promise.resolve(new Response(request.method, { status: request.method === 'PUT' ? 403 : 200 })),
  )

  const body = 'x'.repeat(300_000)
  const answer = await exchange(
    port,
    `PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${body.length}\r\n\r\n${body}` +
      'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
  )
  expect(answer).toMatch(/^HTTP\/1.1 403 .*PUT.*HTTP\/1.1 200 .*GET/s)
})

test('an answer that is at hand as text goes out whole, with its length in bytes', async () => {
  // A surrogate without its half goes out as U+FFFD does, as of any `Response`.
  const text = 'Žofie, \u{1f40e} and \ud83d'
  const { port } = await start(() => Promise.resolve(new TextResponse(text, { status: 201 })))

  const answer = await fetch(`http://localhost:${port}/`)

  const body = await new Response(text).text()
  expect(answer.status).toBe(201)
  expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
  expect(answer.headers.get('content-type')).toBe('text/plain;charset=UTF-8')
  expect(await answer.text()).toBe(body)
})
