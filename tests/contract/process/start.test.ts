import { createServer } from 'node:net'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freePorts } from '../../support/node/free-ports.ts'
import { runProcess, startProcess } from '../../support/node/local-process.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const memory = { LOCAL_AWS_PORT: '0', LOCAL_AWS_DATA: ':memory:' }

test('prints one ready line on stdout, and what runs where for people on stderr', async () => {
  const port = await freePorts(2)
  const local = await startProcess({ ...memory, LOCAL_AWS_PORT: String(port) })

  const { config, adminToken, administrator } = local.ready
  expect(local.ready.ready).toBe(true)
  expect(adminToken).toMatch(/^[\w-]{43}$/)
  expect(administrator.secretAccessKey).toHaveLength(40)
  expect(local.ready.appClients).toStrictEqual([
    { userPoolId: config.userPoolId, name: 'web', id: config.userPoolClientId },
  ])
  expect(config.local).toStrictEqual({
    userPoolEndpoint: `http://localhost:${port}/`,
    identityPoolEndpoint: `http://localhost:${port}/`,
    domainUrl: `http://localhost:${port}`,
    s3Endpoint: `http://localhost:${port + 1}`,
    consoleUrl: `http://localhost:${port}/_local#token=${adminToken}`,
  })
  await vi.waitUntil(() => local.stderr().includes('Next:'))
  expect(local.stderr()).toContain(config.bucket)
  expect(local.stderr()).toContain('in memory')
  expect(local.stderr()).toContain(`    web  ${config.userPoolClientId}  of ${config.userPoolId}`)
  expect(local.stderr()).toContain('Not emulated:')
  expect(local.stderr()).toContain(`AWS_ACCESS_KEY_ID=${administrator.accessKeyId} `)
  expect(local.stderr()).not.toContain(administrator.secretAccessKey)
  expect(local.stdout()).toHaveLength(1)
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it cleanly', async (signal) => {
  const local = await startProcess({ ...memory, LOCAL_AWS_DATA: temporaryFolder() })

  expect(await local.end(signal)).toBe(0)
})

test('the admin token can be set, and a weak one is refused', async () => {
  const token = 'a-token-for-scripts'
  const local = await startProcess({ ...memory, LOCAL_AWS_ADMIN_TOKEN: token })
  expect(local.ready.adminToken).toBe(token)

  const { code, stderr } = await runProcess({ ...memory, LOCAL_AWS_ADMIN_TOKEN: 'short' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^LOCAL_AWS_ADMIN_TOKEN must have/)
})

test("the administrator's key can be set, and half of one is refused without repeating it", async () => {
  const LOCAL_AWS_ACCESS_KEY_ID = 'AKIA0000000000000000'
  const LOCAL_AWS_SECRET_ACCESS_KEY = 'given'.repeat(8)
  const env = { ...memory, LOCAL_AWS_ACCESS_KEY_ID, LOCAL_AWS_SECRET_ACCESS_KEY }
  const local = await startProcess(env)
  expect(local.ready.administrator).toStrictEqual({
    accessKeyId: LOCAL_AWS_ACCESS_KEY_ID,
    secretAccessKey: LOCAL_AWS_SECRET_ACCESS_KEY,
  })

  const { code, stderr } = await runProcess({ ...memory, LOCAL_AWS_SECRET_ACCESS_KEY })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^LOCAL_AWS_ACCESS_KEY_ID must be/)
  expect(stderr).not.toContain(LOCAL_AWS_SECRET_ACCESS_KEY)
})

test.each([0, 1])('a taken port (%i after the first) is named, with the remedy', async (offset) => {
  const port = await freePorts(2)
  const holder = createServer().listen(port + offset, '127.0.0.1')
  await once(holder, 'listening')
  onTestFinished(() => void holder.close())

  const { code, stdout, stderr } = await runProcess({ ...memory, LOCAL_AWS_PORT: String(port) })
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(new RegExp(`^Port ${port + offset} is taken.*LOCAL_AWS_PORT=\\d+.*\n$`))
})

test('a second process on the same data folder is refused, and the first goes on', async () => {
  const LOCAL_AWS_DATA = temporaryFolder()
  const first = await startProcess({ ...memory, LOCAL_AWS_DATA })

  const { code, stderr } = await runProcess({ ...memory, LOCAL_AWS_DATA })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Another local AWS keeps its data in .*LOCAL_AWS_DATA=.*\n$/)
  expect((await fetch(first.ready.config.local!.userPoolEndpoint)).status).toBe(200)
})

test('wrong options are said in words', async () => {
  const unknown = await runProcess(memory, ['--prot', '1'])
  expect(unknown.stderr).toMatch(/^There is no option --prot\.\n\nUsage:/)
})

test('a broken template is named with file and line', async () => {
  const template = join(temporaryFolder(), 'broken.yaml')
  writeFileSync(template, 'Resources:\n  Pool:\n    Type: AWS::Cognito::Pool\n')

  const { code, stderr } = await runProcess({ ...memory, LOCAL_AWS_TEMPLATE: template })
  expect(code).toBe(1)
  expect(stderr).toMatch(/broken\.yaml:3:\d+ /)
  expect(stderr).not.toMatch(/\n\s+at /)
})

test('a damaged log stops the start with words, and --repair goes on without what is lost', async () => {
  const env = { ...memory, LOCAL_AWS_DATA: temporaryFolder() }
  const first = await startProcess(env)
  expect(await first.end('SIGTERM')).toBe(0)
  const path = join(env.LOCAL_AWS_DATA, 'store-1.log')
  const damaged = readFileSync(path)
  damaged.writeUInt8(damaged.readUInt8(100) ^ 0xff, 100)
  writeFileSync(path, damaged)

  const refused = await runProcess(env)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^.*store-1\.log is damaged: bytes \d+ to \d+ .*--repair.*\n$/)

  const repaired = await runProcess(env, ['--repair'])
  expect(repaired).toMatchObject({ code: 0, stdout: '' })
  expect(repaired.stderr).toMatch(/It goes on without bytes \d+ to \d+; .*store-1\.log\.damaged\n$/)
  expect(readFileSync(`${path}.damaged`)).toStrictEqual(damaged)
  await startProcess(env)
}, 60_000)

test('a template is read as it was saved, or named', async () => {
  const LOCAL_AWS_TEMPLATE = join(temporaryFolder(), 'template.yaml')
  const text = readFileSync('infra/template.yaml', 'utf8')
  writeFileSync(LOCAL_AWS_TEMPLATE, Buffer.from(`\ufeff${text}`, 'utf16le'))
  const local = await startProcess({ ...memory, LOCAL_AWS_TEMPLATE })
  expect(local.ready.ready).toBe(true)

  writeFileSync(LOCAL_AWS_TEMPLATE, Buffer.from('# Zürich\nResources: {}', 'latin1'))
  await vi.waitUntil(() => local.stderr().includes('Save it again as UTF-8'))
  const { code, stderr } = await runProcess({ ...memory, LOCAL_AWS_TEMPLATE })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^\S+template\.yaml is not text in UTF-8: .*\n$/)
})
