import {
  cpSync,
  createWriteStream,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { packTar } from 'modern-tar/fs'
import { expect, test } from 'vitest'
import { archiveSources } from '../../../local/node/archive/archive-sources.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { runDataTask } from '../../../local/data-tasks.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { startWithClients } from '../../support/snapshots.ts'

const kinds = ['in memory', 'in a folder'] as const
const dataOf = (kind: string) => (kind === 'in memory' ? ':memory:' : join(temporaryFolder(), 'd'))

test.for(kinds)(
  'a restore brings back people, objects and sessions %s, and leaves nothing of what came after',
  async (kind) => {
    const { standIn, aws, ...local } = await startWithClients({ data: dataOf(kind) })
    await local.add('ada@example.com')
    await local.put('a', 'first')
    await local.put('empty', '')
    const ofThen = await local.signIn('ada@example.com')

    const before = standIn.clock.now()
    const saved = await aws.snapshots.save('Two objects')
    expect(saved).toMatchObject({ name: 'Two objects', people: 1, objects: 2 })
    expect(Date.parse(saved.savedAt)).toBeGreaterThanOrEqual(before)
    expect(saved.sizeBytes).toBeGreaterThan('first'.length)
    await local.add('bob@example.com')
    const ofLater = await local.signIn('bob@example.com')
    await local.put('a', 'second')
    await local.put('b', 'new')
    await local.remove('empty')
    await aws.clock.set(3600)
    await aws.snapshots.save('later')

    const { configAtStart } = standIn
    await aws.snapshots.restore('Two objects')

    expect(await local.people()).toEqual(['ada@example.com'])
    expect(await local.objects()).toEqual({ a: 'first', empty: '' })
    expect((await aws.clock.read()).offsetSeconds).toBe(0)
    await local.refresh(ofThen)
    await expect(local.refresh(ofLater)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    await expect(local.signIn('bob@example.com')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    })
    expect(standIn.config).toEqual(configAtStart)

    // The snapshot is as it was, also once what was restored was changed.
    await local.put('a', 'third')
    await aws.snapshots.restore('later')
    expect(await local.objects()).toEqual({ a: 'second', b: 'new' })
    await local.refresh(ofLater)
    await aws.snapshots.restore('Two objects')
    expect(await local.objects()).toEqual({ a: 'first', empty: '' })
    expect((await aws.snapshots.list()).map(({ name }) => name)).toEqual(['Two objects', 'later'])
    expect(standIn.faults).toEqual([])
  },
)

test('what was restored is what a start finds, and bodies are on the disk once', async () => {
  const data = join(temporaryFolder(), 'data')
  const first = await startWithClients({ data })
  await first.add('ada@example.com')
  await first.put('a', 'first')
  await first.aws.snapshots.save('one')
  const [blob = ''] = readdirSync(join(data, 'blobs'))
  expect(statSync(join(data, 'blobs', blob)).nlink).toBe(2)
  await first.put('a', 'second')
  await first.add('bob@example.com')
  await first.aws.snapshots.restore('one')
  expect(readdirSync(join(data, 'blobs'))).toEqual([blob])
  await first.close()

  const again = await startWithClients({ data })

  expect(await again.people()).toEqual(['ada@example.com'])
  expect(await again.objects()).toEqual({ a: 'first' })
  expect(readdirSync(data).sort()).toEqual(['blobs', 'lock', 'snapshots', 'store-1.log'])
  await again.aws.snapshots.remove('one')
  expect(await again.aws.snapshots.list()).toEqual([])
  expect(await again.objects()).toEqual({ a: 'first' })
  expect(readdirSync(join(data, 'snapshots'))).toEqual([])
  expect(again.standIn.faults).toEqual([])
})

test.for([
  ['in memory', 'in a folder'],
  ['in a folder', 'in memory'],
] as const)(
  'an export of a state %s is another one’s %s, and an --import’s',
  async ([from, to]) => {
    const mine = await startWithClients({ data: dataOf(from) })
    await mine.add('ada@example.com')
    await mine.put('a', 'x'.repeat(300_000))
    await mine.aws.snapshots.save('mine')
    const file = await mine.aws.snapshots.exportFile('mine')

    const theirs = await startWithClients({ data: dataOf(to) })
    await theirs.add('bob@example.com')
    const imported = await theirs.aws.snapshots.importFile('Prüfung 1', file)
    expect(imported).toMatchObject({ name: 'Prüfung 1', people: 1, objects: 1 })
    expect(await theirs.people()).toEqual(['bob@example.com'])
    await theirs.aws.snapshots.restore('Prüfung 1')

    // Ids and keys are part of a state: it is mine that runs there now.
    expect(theirs.standIn.config.userPoolId).toBe(mine.standIn.config.userPoolId)
    const { userPoolId: UserPoolId } = mine.standIn.config
    const { Users } = await theirs.aws.call<{ Users: object[] }>('ListUsers', { UserPoolId })
    expect(Users).toHaveLength(1)
    const archive = join(temporaryFolder(), 'mine.tar.gz')
    writeFileSync(archive, file)
    const folder = join(temporaryFolder(), 'data')
    await runDataTask({ kind: 'import', file: archive, isReplacing: false }, folder)
    expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1)
  },
)

test('a folder that a build before this one exported is imported and restored', async () => {
  const parent = temporaryFolder()
  const folder = join(parent, 'shape-1')
  cpSync('tests/data/shape-1/folder', folder, { recursive: true })
  const file = join(parent, 'old.tar.gz')
  const sources = archiveSources(
    join(folder, 'store-1.log'),
    folder,
    readdirSync(join(folder, 'blobs')),
  )
  await pipeline(packTar(sources), createGzip(), createWriteStream(file))
  const facts = JSON.parse(readFileSync('tests/data/shape-1/facts.json', 'utf8')) as {
    userPoolId: string
    ada: { email: string }
  }

  const { standIn, aws } = await startWithClients()
  const { people } = await aws.snapshots.importFile('old', new Uint8Array(readFileSync(file)))
  await aws.snapshots.restore('old')

  expect(standIn.config.userPoolId).toBe(facts.userPoolId)
  const listed = await aws.call<{ Users: object[] }>('ListUsers', { UserPoolId: facts.userPoolId })
  expect(listed.Users).toHaveLength(people)
  const Filter = `email = "${facts.ada.email}"`
  const found = await aws.call<{ Users: object[] }>('ListUsers', {
    UserPoolId: facts.userPoolId,
    Filter,
  })
  expect(found.Users).toHaveLength(1)
})

test('a reset keeps a snapshot first where it is asked to, and resets nothing where it cannot', async () => {
  const { aws, standIn, add, people, put, objects } = await startWithClients()
  await add('ada@example.com')
  await put('a', 'first')

  await aws.reset('before')
  expect([await people(), await objects()]).toEqual([[], {}])
  await add('bob@example.com')
  await expect(aws.reset('before')).rejects.toThrow('409')
  expect(await people()).toEqual(['bob@example.com'])
  await aws.snapshots.restore('before')
  expect([await people(), await objects()]).toEqual([['ada@example.com'], { a: 'first' }])

  const name = (text: string) => callLocalApi(standIn, `/_local/snapshots/${text}`, {})
  for (const bad of ['..%2Fx', '-x', 'x%20', 'a%0Ab', 'x'.repeat(65), '%F0%9F%98%80']) {
    expect((await name(bad)).status, bad).toBe(400)
    await expect(aws.snapshots.save(decodeURIComponent(bad))).rejects.toThrow('400')
  }
  expect((await name('none')).status).toBe(404)
})
