import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { ConfigError } from '../../../../src/config/config-error.ts'
import { loadConfig } from '../../../../src/config/load-config.ts'

const { fetch: realFetch } = globalThis
afterEach(() => {
  vi.stubGlobal('fetch', realFetch)
})

/** A page has an origin, and Node has none: `/config.json` is asked of a server of our own. */
async function serve(status: number, body: string): Promise<() => void> {
  const server = createServer((_request, response) => {
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  vi.stubGlobal('fetch', (path: string) => realFetch(`http://localhost:${String(port)}${path}`))
  return () => server.close()
}

async function problemsAt(host: string) {
  const error: unknown = await loadConfig(host).catch((cause: unknown) => cause)
  return error instanceof ConfigError ? error.problems : error
}

test.each([
  [404, 'Not found', 'not-found'],
  [200, '<!doctype html>', 'not-json'],
])('an answer of %i %s is named', async (status, body, kind) => {
  const close = await serve(status, body)

  expect(await problemsAt('app.example')).toEqual([{ kind }])
  close()
})

test('a build for the local AWS refuses to run anywhere else', async () => {
  const local = Object.fromEntries(
    ['userPoolEndpoint', 'identityPoolEndpoint', 'domainUrl', 's3Endpoint', 'consoleUrl'].map(
      (key) => [key, 'http://localhost:9229/'],
    ),
  )
  const config = {
    region: 'us-east-1',
    userPoolId: 'us-east-1_AbCdEfGhI',
    userPoolClientId: '3n4b5urk1ft4fl3mg5e62d9ado',
    socialProviders: [],
    redirectSignIn: [],
    redirectSignOut: [],
    local,
  }
  const close = await serve(200, JSON.stringify(config))

  expect(await problemsAt('app.example')).toEqual([
    { kind: 'local-elsewhere', host: 'app.example' },
  ])
  expect(await loadConfig('localhost')).toEqual(config)
  close()
})
