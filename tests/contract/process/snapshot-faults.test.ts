import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createManualTimer } from '../../support/core/manual-timer.ts'
import { createLocalAwsClient } from '../../support/local-aws-client.ts'
import { startProcess } from '../../support/node/local-process.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { Password, startWithClients } from '../../support/snapshots.ts'

const kinds = ['in memory', 'in a folder'] as const
const dataOf = (kind: string) => (kind === 'in memory' ? ':memory:' : join(temporaryFolder(), 'd'))

test.for(kinds)('what is no whole file makes no snapshot %s', async (kind) => {
  const data = dataOf(kind)
  const { aws, standIn, put } = await startWithClients({ data })
  await put('a', 'first')
  await aws.snapshots.save('one')
  const file = await aws.snapshots.exportFile('one')
  const damaged = file.with(file.length >> 1, file[file.length >> 1]! ^ 0x55)

  for (const broken of [file.slice(0, -9), file.slice(0, 20), damaged, new Uint8Array()]) {
    await expect(aws.snapshots.importFile('two', broken)).rejects.toThrow(/422 .*whole export/)
  }
  await expect(aws.snapshots.importFile('one', file)).rejects.toThrow(/409 .*already/)
  expect((await aws.snapshots.list()).map(({ name }) => name)).toEqual(['one'])
  if (data !== ':memory:') expect(readdirSync(join(data, 'snapshots'))).toHaveLength(1)
  expect(standIn.faults).toEqual([])
})

test('a snapshot that was damaged on the disk is not restored, and nothing changes', async () => {
  const data = join(temporaryFolder(), 'data')
  const { aws, standIn, put, objects } = await startWithClients({ data })
  await put('a', 'first')
  await aws.snapshots.save('one')
  const [folder = ''] = readdirSync(join(data, 'snapshots'))
  const log = join(data, 'snapshots', folder, 'store-1.log')
  await put('a', 'second')

  const whole = readFileSync(log)
  truncateSync(log, whole.length - 3)
  await expect(aws.snapshots.restore('one')).rejects.toThrow(/422 .*damaged/)
  writeFileSync(log, whole.with(40, whole[40]! ^ 1))
  await expect(aws.snapshots.restore('one')).rejects.toThrow(/422 .*is damaged/)

  expect(await objects()).toEqual({ a: 'second' })
  expect(existsSync(join(data, 'import.new'))).toBe(false)
  expect(standIn.faults).toEqual([])
})

test('when a restore fails at the last step, the state before goes on', async () => {
  const data = join(temporaryFolder(), 'data')
  const { aws, put, objects, add, people, signIn, refresh } = await startWithClients({ data })
  await put('a', 'first')
  await aws.snapshots.save('one')
  await put('a', 'second')
  await add('ada@example.com')
  const token = await signIn('ada@example.com')
  // Nothing can take the name that counts.
  mkdirSync(join(data, 'import.ready', 'in-the-way'), { recursive: true })

  await expect(aws.snapshots.restore('one')).rejects.toThrow('500')

  expect(await objects()).toEqual({ a: 'second' })
  expect(await people()).toEqual(['ada@example.com'])
  await refresh(token)
  await put('b', 'still written')
  await aws.snapshots.restore('one')
  expect(await objects()).toEqual({ a: 'first' })
})

test('a request under way ends in an error that says so, and one that comes meanwhile finds what was restored', async () => {
  const { timer, pass, waiting } = createManualTimer()
  const { aws, standIn, cognito, people, objects } = await startWithClients({ timer })
  await aws.snapshots.save('empty')
  let meet = () => {}
  const isThere = new Promise<void>((resolve) => (meet = resolve))
  let goOn = () => {}
  const isHeld = new Promise<void>((resolve) => (goOn = resolve))
  const stop = standIn.intercept(async (request, next) => {
    if (request.headers.get('x-amz-target')?.endsWith('SignUp') !== true) return next(request)
    meet()
    await isHeld
    return next(request)
  })
  const ClientId = standIn.config.userPoolClientId
  const signUp = (Username: string) =>
    cognito.send(new SignUpCommand({ ClientId, Username, Password }))

  const underWay = signUp('ada@example.com').catch((error: unknown) => error)
  await isThere
  stop()
  const restoring = aws.snapshots.restore('empty')
  await expect.poll(waiting).toHaveLength(1)
  const meanwhile = signUp('bob@example.com')
  pass()
  await restoring

  expect(await underWay).toMatchObject({ $metadata: { httpStatusCode: 503 } })
  await meanwhile
  goOn()
  expect(await people()).toEqual(['bob@example.com'])
  expect(await objects()).toEqual({})
})

test('whenever a process is killed while it saves, the snapshot is whole or not there', async () => {
  const env = { LOCAL_AWS_PORT: '0', LOCAL_AWS_DATA: join(temporaryFolder(), 'data') }
  const first = await startProcess(env)
  const aws = createLocalAwsClient({
    url: first.ready.config.local!.domainUrl,
    adminToken: first.ready.adminToken,
  })
  await aws.snapshots.save('zero')
  const saving = Array.from({ length: 20 }, (_, index) => aws.snapshots.save(`snapshot ${index}`))
  await saving[3]
  const killed = first.end('SIGKILL')
  const outcomes = await Promise.allSettled(saving)
  await killed

  const again = await startProcess(env)
  const after = createLocalAwsClient({
    url: again.ready.config.local!.domainUrl,
    adminToken: again.ready.adminToken,
  })
  const names = (await after.snapshots.list()).map(({ name }) => name)
  const acknowledged = outcomes.flatMap(({ status }, index) =>
    status === 'fulfilled' ? [`snapshot ${index}`] : [],
  )
  expect(names).toEqual(expect.arrayContaining(['zero', ...acknowledged]))
  for (const name of names) await after.snapshots.restore(name)
  expect(
    readdirSync(join(env.LOCAL_AWS_DATA, 'snapshots')).filter((name) => name.endsWith('.new')),
  ).toEqual([])
}, 60_000)
