import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as base } from 'vitest'
import { createNodeFetch } from '../../../../local/node/node-fetch.ts'

interface Fixtures {
  /** @returns the URL of a server that answers so. */
  serve: (listener: RequestListener) => Promise<string>
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  serve: async ({}, use) => {
    const servers: ReturnType<typeof createServer>[] = []
    await use(async (listener) => {
      const server = createServer(listener)
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    })
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  },
})

const limits = { timeoutMs: 5_000, maxBytes: 100 }

test('an answer comes whole, with its status and headers', async ({ serve }) => {
  const url = await serve((request, response) => {
    response.writeHead(401, { 'x-method': request.method })
    request.pipe(response)
  })

  const response = await createNodeFetch(limits)(new Request(url, { method: 'POST', body: 'a=b' }))

  expect(response.status).toBe(401)
  expect(response.headers.get('x-method')).toBe('POST')
  expect(await response.text()).toBe('a=b')
})

test('an answer without a body is one too', async ({ serve }) => {
  const url = await serve((_, response) => void response.writeHead(204).end())

  expect((await createNodeFetch(limits)(new Request(url))).status).toBe(204)
})

test('a redirect is an answer, and is not followed', async ({ serve }) => {
  const paths: (string | undefined)[] = []
  const url = await serve((request, response) => {
    paths.push(request.url)
    response.writeHead(302, { location: '/elsewhere' }).end()
  })

  const response = await createNodeFetch(limits)(new Request(url))

  expect(response.status).toBe(302)
  expect(paths).toEqual(['/'])
})

test('what does not answer in time has timed out', async ({ serve }) => {
  const silent = await serve(() => undefined)
  const slow = await serve((_, response) => void response.writeHead(200).write('begins'))

  for (const url of [silent, slow]) {
    const asking = createNodeFetch({ ...limits, timeoutMs: 50 })(new Request(url))
    await expect(asking).rejects.toMatchObject({ name: 'NoAnswerError', fault: 'timed-out' })
  }
})

test('what breaks, is too long or is not there is unreachable', async ({ serve }) => {
  const broken = await serve((_, response) => void response.destroy())
  const long = await serve((_, response) => void response.end('x'.repeat(101)))

  for (const url of [broken, long, 'http://127.0.0.1:9/']) {
    const asking = createNodeFetch(limits)(new Request(url))
    await expect(asking).rejects.toMatchObject({ name: 'NoAnswerError', fault: 'unreachable' })
  }
})
