import { existsSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import type { Store } from '../../../local/core/store/store.ts'
import { openLogStore } from '../../../local/node/store/log-store.ts'
import { systemLog } from '../../../local/node/system-log.ts'
import { runProcess, startProcess } from '../../support/node/local-process.ts'
import { bundleHolder, type Holder } from '../../support/node/start-holders.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

test('after a kill -9, of eight that start at once one owns the folder, fifty times', async () => {
  const folder = join(temporaryFolder(), 'data')
  const start = await bundleHolder()
  let waiting = await Promise.all(Array.from({ length: 8 }, () => start()))
  const written: string[] = []

  for (let round = 0; round < 50; round += 1) {
    const answers = await Promise.all(
      waiting.map((holder, index) => holder.hold({ folder, rows: [row(`${round}-${index}`)] })),
    )
    const owners = waiting.filter((_, index) => answers[index]?.kind === 'owns')
    const refusals = answers.flatMap((answer) =>
      answer.kind === 'refused' ? [answer.message] : [],
    )
    expect(owners, `round ${round}`).toHaveLength(1)
    expect(new Set(refusals)).toStrictEqual(
      new Set([expect.stringMatching(/^Another local AWS keeps its data in /)]),
    )
    const owner = owners[0]!
    written.push(`${round}-${waiting.indexOf(owner)}`)
    await owner.kill()
    waiting = [...waiting.filter((holder) => holder !== owner), await start()]
  }

  const store = openLogStore(folder, systemLog, [])
  expect(keysOf(store)).toStrictEqual(written.toSorted())
  await store.close()
}, 300_000)

test('the folder is one by whatever name, whatever the temporary folder is', async () => {
  const parent = temporaryFolder()
  const folder = join(parent, 'data')
  const start = await bundleHolder()
  const owner = await start({ env: { TMPDIR: parent } })
  expect(await owner.hold({ folder, rows: [] })).toMatchObject({ kind: 'owns' })
  symlinkSync(folder, join(parent, 'linked'))

  const names = [folder, join(parent, 'linked'), relative('.', folder), `${folder}/../data/`]
  const others: Holder[] = []
  for (const name of names) {
    const other = await start({ env: { TMPDIR: '/' } })
    others.push(other)
    expect(await other.hold({ folder: name, rows: [] }), name).toMatchObject({ kind: 'refused' })
  }

  await owner.kill()
  expect(await others[1]!.hold({ folder: names[1]!, rows: [] })).toMatchObject({ kind: 'owns' })
}, 60_000)

test('of four local AWSs that start at once after a kill, one is ready and the others say why not', async () => {
  const env = { LOCAL_AWS_PORT: '0', LOCAL_AWS_DATA: temporaryFolder() }
  const first = await startProcess(env)
  const { userPoolId } = first.ready.config
  expect(await first.end('SIGKILL')).toBe('SIGKILL')

  const starts = await Promise.allSettled([1, 2, 3, 4].map(() => startProcess(env)))
  const ready = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
  const refused = starts.flatMap((start) =>
    start.status === 'rejected' ? [String(start.reason)] : [],
  )
  expect(ready).toHaveLength(1)
  expect(ready[0]!.ready.config.userPoolId).toBe(userPoolId)
  expect(refused).toHaveLength(3)
  for (const reason of refused) expect(reason).toContain('Another local AWS keeps its data in')
}, 60_000)

test('who finds the ports taken has not touched the data', async () => {
  const other = await startProcess({ LOCAL_AWS_PORT: '0', LOCAL_AWS_DATA: ':memory:' })
  const { port } = new URL(other.ready.config.local!.domainUrl)
  const LOCAL_AWS_DATA = join(temporaryFolder(), 'data')

  const { code, stderr } = await runProcess({ LOCAL_AWS_PORT: port, LOCAL_AWS_DATA })
  expect(code).toBe(1)
  expect(stderr).toContain(`Port ${port} is taken`)
  expect(existsSync(LOCAL_AWS_DATA)).toBe(false)
})

test('what a full disk refuses is refused, and what was acknowledged before and after stays', async () => {
  const folder = join(temporaryFolder(), 'data')
  const start = await bundleHolder()
  const full = await start({ maxFileBytes: 1 << 20 })

  const rows = [row('a'), row('too-large', 2 << 20), row('b'), row('too-large', 1 << 20), row('c')]
  const answer = await full.hold({ folder, rows })
  expect(answer).toStrictEqual({
    kind: 'owns',
    faults: { 'too-large': expect.stringContaining('EFBIG') },
  })
  await full.kill()

  const store = openLogStore(folder, systemLog, [])
  expect(keysOf(store)).toStrictEqual(['a', 'b', 'c'])
  await store.close()
})

function row(key: string, sizeBytes = 10) {
  return { key, sizeBytes }
}

function keysOf(store: Store): string[] {
  return [...store.table('rows').entries()].map(([key]) => key)
}
