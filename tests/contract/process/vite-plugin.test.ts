import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { createLogger, createServer, preview, type LogOptions } from 'vite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { localAws } from '../../../local/vite-plugin.ts'
import type { LocalConfigDocument } from '../../../local/served-template.ts'
import { freePorts } from '../../support/node/free-ports.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

function createProject() {
  const root = temporaryFolder()
  const template = join(root, 'template.yaml')
  copyFileSync('infra/template.yaml', template)
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>App</title>')

  const lines: string[] = []
  const keep = (line: string, _options?: LogOptions) => void lines.push(line)
  const logger = { ...createLogger('silent'), info: keep, warn: keep, error: keep }
  const inline = {
    root,
    configFile: false as const,
    customLogger: logger,
    plugins: [localAws({ port: 0, data: ':memory:', template })],
    server: { port: 0, host: '127.0.0.1' },
    preview: { port: 0, host: '127.0.0.1' },
    build: { outDir: '.' },
  }
  return { inline, template, text: () => lines.join('\n') }
}

async function configFrom(url: string) {
  const response = await fetch(`${url}config.json`)
  expect(response.headers.get('content-type')).toBe('application/json')
  const { local, ...config } = (await response.json()) as LocalConfigDocument
  return { ...config, local: local! }
}

test('the dev server runs the local AWS, serves its config and says what runs where', async () => {
  const { inline, text } = createProject()
  const server = await createServer(inline)
  onTestFinished(() => server.close())
  await server.listen()
  server.printUrls()

  const [url = ''] = server.resolvedUrls!.local
  const config = await configFrom(url)
  // Closed earlier, a script's next request would meet a reset.
  for (const served of [url, config.local.userPoolEndpoint, config.local.s3Endpoint]) {
    expect((await fetch(served)).headers.get('keep-alive')).toBe('timeout=75')
  }
  expect(config.local.consoleUrl).toMatch(/^http:\/\/localhost:\d+\/_local#token=[\w-]{43}$/)
  expect((await fetch(config.local.userPoolEndpoint)).status).toBe(200)
  for (const fact of [config.local.s3Endpoint, config.userPoolId, config.bucket, 'Next: ']) {
    expect(text()).toContain(fact)
  }

  await server.close()
  await expect(fetch(config.local.userPoolEndpoint)).rejects.toThrow()
})

test("the app is served a configuration without the administrator's key", async () => {
  const administrator = {
    accessKeyId: 'AKIA0000000000000000',
    secretAccessKey: 'given'.repeat(8),
  }
  const { inline, template, text } = createProject()
  const plugins = [localAws({ port: 0, data: ':memory:', template, administrator })]
  const server = await createServer({ ...inline, plugins })
  onTestFinished(() => server.close())
  await server.listen()
  server.printUrls()
  const url = server.resolvedUrls!.local[0]!

  const config = await configFrom(url)
  const key = { region: config.region, credentials: { ...administrator } }
  const client = new CognitoIdentityProviderClient({
    ...key,
    endpoint: config.local.userPoolEndpoint,
  })
  await client.send(new ListUsersCommand({ UserPoolId: config.userPoolId }))
  for (const path of ['', 'config.json', 'index.html']) {
    const body = await (await fetch(`${url}${path}`)).text()
    for (const value of Object.values(administrator)) expect(body).not.toContain(value)
  }
  expect(text()).toContain('AWS_ACCESS_KEY_ID=$LOCAL_AWS_ACCESS_KEY_ID ')
  expect(text()).not.toContain(administrator.secretAccessKey)
})

test.each([
  ['Origin', { origin: 'http://localhost:3000' }],
  ['Origin', { origin: 'null' }],
  ['Sec-Fetch-Site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
  ['Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
])('a page of another origin is given no configuration: %s %j', async (_, headers) => {
  const { inline } = createProject()
  const dev = await createServer(inline)
  onTestFinished(() => dev.close())
  await dev.listen()
  const url = `${dev.resolvedUrls!.local[0]!}config.json`

  const refused = await fetch(url, { headers })
  const text = await refused.text()
  expect(refused.status).toBe(403)
  expect(text).not.toContain('token')
  const own = { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin' }
  expect(await (await fetch(url, { headers: own })).text()).toContain('#token=')
})

test('the preview server does the same', async () => {
  const { inline } = createProject()
  const server = await preview(inline)
  onTestFinished(() => server.close())

  const config = await configFrom(server.resolvedUrls!.local[0]!)
  expect((await fetch(config.local.userPoolEndpoint)).status).toBe(200)
})

test('an edited template is served at once, a broken one is explained and left', async () => {
  const { inline, template, text } = createProject()
  const server = await createServer(inline)
  onTestFinished(() => server.close())
  await server.listen()
  const url = server.resolvedUrls!.local[0]!
  const before = await configFrom(url)

  const source = readFileSync(template, 'utf8')
  writeFileSync(template, source.replace('MinimumLength: 8', 'MinimumLength: 12'))
  await vi.waitUntil(() => text().includes('was read again'), { timeout: 20_000 })
  const edited = await configFrom(url)
  expect(edited.passwordPolicy?.minimumLength).toBe(12)
  expect(edited.userPoolId).toBe(before.userPoolId)

  writeFileSync(template, source.replace('AWS::S3::Bucket', 'AWS::S3::Bukket'))
  await vi.waitUntil(() => text().includes('was not taken over'), { timeout: 20_000 })
  expect(text()).toMatch(/template\.yaml:\d+:\d+ /)
  expect((await configFrom(url)).passwordPolicy?.minimumLength).toBe(12)
})

test('a restart of the dev server hands over the ports and the data', async () => {
  const { inline, template } = createProject()
  const port = await freePorts(2)
  const data = temporaryFolder()
  const server = await createServer({ ...inline, plugins: [localAws({ port, data, template })] })
  onTestFinished(() => server.close())
  await server.listen()
  const before = await configFrom(server.resolvedUrls!.local[0]!)

  await server.restart()
  const after = await configFrom(server.resolvedUrls!.local[0]!)
  expect(after.userPoolId).toBe(before.userPoolId)
  expect((await fetch(after.local.userPoolEndpoint)).status).toBe(200)
})

test('a taken port is said in one sentence', async () => {
  const { inline, template } = createProject()
  const holder = await preview({ ...inline, plugins: [], preview: { port: 0, host: '127.0.0.1' } })
  onTestFinished(() => holder.close())
  const taken = Number(new URL(holder.resolvedUrls!.local[0]!).port)

  const starting = createServer({
    ...inline,
    plugins: [localAws({ port: taken, data: ':memory:', template })],
  })
  await expect(starting).rejects.toMatchObject({
    stack: expect.stringMatching(/^Port \d+ is taken by another program\. [^\n]*LOCAL_AWS_PORT/),
  })
})
