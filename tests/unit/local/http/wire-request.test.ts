import { expect, test } from 'vitest'
import { requestChunks, requestTarget, wireRequest } from '../../../../local/http/wire-request.ts'

const encoder = new TextEncoder()

function post(...pieces: string[]) {
  const left = pieces.map((piece) => encoder.encode(piece))
  const reading = { isReleased: false }
  const chunks: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      next() {
        const value = left.shift()
        return Promise.resolve(value ? { done: false, value } : { done: true, value: undefined })
      },
      return() {
        reading.isReleased = true
        return Promise.resolve({ done: true, value: undefined })
      },
    }),
  }
  const request = wireRequest({
    method: 'POST',
    url: 'http://localhost/b?c',
    target: '/a/../b?c',
    headers: new Headers({ 'content-type': 'application/json' }),
    chunks,
  })
  return { request, reading }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true })
  return text
}

test('has all that a Request has, from what came over the wire', async () => {
  const { request } = post('{"a"', ':1}')

  expect(request.method).toBe('POST')
  expect(request.url).toBe('http://localhost/b?c')
  expect(request.headers.get('content-type')).toBe('application/json')
  expect(request.signal.aborted).toBe(false)
  expect(request.credentials).toBe('same-origin')
  expect(request.bodyUsed).toBe(false)
  expect(await request.json()).toStrictEqual({ a: 1 })
  expect(request.bodyUsed).toBe(true)
})

test('can be cloned and sent on', async () => {
  const { request } = post('sent')
  const clone = request.clone()

  expect(await new Request('http://example.com', clone).text()).toBe('sent')
  expect(await request.text()).toBe('sent')
})

test('gives its body as chunks or as a stream', async () => {
  expect(await textOf(requestChunks(post('a', 'b').request))).toBe('ab')
  expect(await new Response(post('a', 'b').request.body).text()).toBe('ab')
  expect(await textOf(requestChunks(new Request('http://x', { method: 'POST', body: 'ab' })))).toBe(
    'ab',
  )
})

test('lets go of a body that is not read to its end', async () => {
  const first = post('a', 'b')
  await first.request.body?.cancel()
  expect(first.reading.isReleased).toBe(true)

  const second = post('a', 'b')
  for await (const chunk of requestChunks(second.request)) if (chunk.byteLength > 0) break
  expect(second.reading.isReleased).toBe(true)
})

test('has no body where none came', async () => {
  const received = { url: 'http://localhost/', target: '/', headers: new Headers() }
  const request = wireRequest({ method: 'GET', ...received, chunks: undefined })

  expect(request.body).toBeNull()
  expect(await request.text()).toBe('')
  expect(await textOf(requestChunks(request))).toBe('')
  expect(await textOf(requestChunks(new Request('http://localhost/')))).toBe('')
})

test('keeps the target, whose dot segments a URL loses', () => {
  expect(requestTarget(post().request)).toBe('/a/../b?c')
  expect(requestTarget(new Request('http://localhost/a/../b?c'))).toBe('/b?c')
  expect(requestTarget(new Request('http://localhost'))).toBe('/')
})

test.each(['CONNECT', 'TRACE', 'TRACK'])('refuses the method %s, as Fetch does', (method) => {
  const received = { url: 'http://localhost/', target: '/', headers: new Headers() }

  expect(() => wireRequest({ method, ...received, chunks: undefined })).toThrow(TypeError)
})
