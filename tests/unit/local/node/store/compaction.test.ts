import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Store } from '../../../../../local/core/store/store.ts'
import { openLogStore } from '../../../../../local/node/store/log-store.ts'
import { quietLog } from '../../../../support/core/quiet-log.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

/** Writes and deletes one row until the log is long enough for a compaction to begin. */
function fillUp(store: Store) {
  const filler = store.table('filler')
  store.transaction(() => {
    for (let round = 0; round < 17; round += 1) filler.set('one', 'x'.repeat(1_000_000))
    filler.delete('one')
  })
}

function contentOf(store: Store) {
  return Object.fromEntries(
    ['people', 'later'].map((name) => [name, [...store.table(name).entries()]] as const),
  )
}

/** The folder as it stands, as a process that was killed now would leave it. */
function asIfKilled(folder: string): string {
  const copy = join(temporaryFolder(), 'data')
  cpSync(folder, copy, { recursive: true })
  return copy
}

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0)

test('a compaction of any size gives way after 250 rows, and what is written meanwhile is kept', async () => {
  const folder = temporaryFolder()
  const draft = join(folder, 'store-2.log.new')
  const value = 'v'.repeat(100)
  let rowBytes = Infinity
  let turns = 0
  let sizeBefore = 0
  const longest = { rows: 0, bytes: 0 }
  const written: string[] = []
  let onTurn: () => void = () => undefined
  const store = openLogStore(folder, quietLog(), [], async () => {
    const size = sizeOf(draft)
    longest.rows = Math.max(longest.rows, (size - sizeBefore) / rowBytes)
    sizeBefore = size
    turns += 1
    onTurn()
    await nextTurn()
  })
  const people = store.table<string>('people')
  const before = sizeOf(join(folder, 'store-1.log'))
  people.set('person-00000', value)
  rowBytes = sizeOf(join(folder, 'store-1.log')) - before - 8
  store.transaction(() => {
    for (let index = 1; index < 5_000; index += 1) {
      people.set(`person-${String(index).padStart(5, '0')}`, value)
    }
  })
  onTurn = () => {
    if (!existsSync(draft)) return
    const key = `person-${String(written.length * 7).padStart(5, '0')}`
    written.push(key)
    people.set(key, 'changed')
    people.delete(`person-${String(3_000 + written.length).padStart(5, '0')}`)
    store.table('later').set(key, written.length)
  }
  fillUp(store)
  await store.compacted()
  const content = contentOf(store)

  expect(readdirSync(folder)).toStrictEqual(['store-2.log'])
  expect(turns).toBeGreaterThan(5_000 / 250)
  expect(written.length).toBeGreaterThan(5_000 / 250)
  expect(longest.rows).toBeLessThanOrEqual(251)
  for (const key of written) expect(people.get(key)).toBe('changed')
  expect(people.get('person-02999')).toBe(value)
  expect(content['people']).toHaveLength(5_000 - written.length)
  expect(content['later']).toHaveLength(written.length)
  await store.close()
  const opened = openLogStore(folder, quietLog(), [])
  expect(contentOf(opened)).toStrictEqual(content)
  await opened.close()
})

test('whenever a process is killed during a compaction, all that was written is there', async () => {
  const folder = temporaryFolder()
  const kills: { folder: string; content: ReturnType<typeof contentOf>; names: string[] }[] = []
  let count = 0
  const kill = () =>
    kills.push({
      folder: asIfKilled(folder),
      content: contentOf(store),
      names: readdirSync(folder),
    })
  const store = openLogStore(folder, quietLog(), [], async () => {
    store.table('later').set(`row-${(count += 1)}`, count)
    if (count % 3 === 0) store.table('later').delete(`row-${count - 1}`)
    kill()
    await nextTurn()
  })
  store.transaction(() => {
    for (let index = 0; index < 3000; index += 1) store.table('people').set(`p-${index}`, index)
  })
  fillUp(store)
  kill()
  await store.compacted()
  kill()
  await store.close()

  const seen = new Set(kills.map(({ names }) => names.join()))
  expect([...seen]).toStrictEqual([
    'store-1.log',
    'store-1.log,store-2.log.new',
    'store-1.log,store-2.log',
    'store-2.log',
  ])
  for (const killed of kills) {
    const opened = openLogStore(killed.folder, quietLog(), [])
    expect(contentOf(opened)).toStrictEqual(killed.content)
    await opened.close()
    rmSync(killed.folder, { recursive: true })
  }
})

test('a compaction comes to its end however much is written in each turn', async () => {
  const folder = temporaryFolder()
  let turns = 0
  const store = openLogStore(folder, quietLog(), [], async () => {
    turns += 1
    store.table('later').set('large', `${'x'.repeat(1_000_000)}${turns}`)
    await nextTurn()
  })
  store.table('people').set('kept', 1)
  fillUp(store)
  await store.compacted()

  expect(readdirSync(folder)).toStrictEqual(['store-2.log'])
  expect(store.table<string>('later').get('large')).toMatch(new RegExp(`x${turns}$`))
  await store.close()
  const opened = openLogStore(folder, quietLog(), [])
  expect([...opened.table('people').entries()]).toStrictEqual([['kept', 1]])
  expect(opened.table<string>('later').get('large')).toMatch(new RegExp(`x${turns}$`))
  await opened.close()
})

test('a store that is cleared during a compaction is empty, and what comes after is there', async () => {
  const folder = temporaryFolder()
  let turns = 0
  const store = openLogStore(folder, quietLog(), [], async () => {
    turns += 1
    if (turns === 3) store.clear()
    if (turns === 4) store.table('later').set('new', 1)
    await nextTurn()
  })
  store.transaction(() => {
    for (let index = 0; index < 3000; index += 1) store.table('people').set(`p-${index}`, index)
  })
  fillUp(store)
  await store.compacted()

  expect(contentOf(store)).toStrictEqual({ people: [], later: [['new', 1]] })
  await store.close()
  const opened = openLogStore(folder, quietLog(), [])
  expect(contentOf(opened)).toStrictEqual({ people: [], later: [['new', 1]] })
  await opened.close()
})

test('a store that is closed during a compaction leaves the log that it began from, whole', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, quietLog(), [])
  store.transaction(() => {
    for (let index = 0; index < 3000; index += 1) store.table('people').set(`p-${index}`, index)
  })
  fillUp(store)
  await nextTurn()
  const content = contentOf(store)
  const whole = readFileSync(join(folder, 'store-1.log'))
  await store.close()

  expect(readdirSync(folder)).toStrictEqual(['store-1.log'])
  expect(readFileSync(join(folder, 'store-1.log')).equals(whole)).toBe(true)
  const opened = openLogStore(folder, quietLog(), [])
  expect(contentOf(opened)).toStrictEqual(content)
  await opened.close()
})

test('a compaction that fails is told, and the store goes on as it is', async () => {
  const folder = temporaryFolder()
  const errors: string[] = []
  const log = { ...quietLog(), error: (message: string) => void errors.push(message) }
  const store = openLogStore(folder, log, [])
  // Somebody's folder is in the way of the next log.
  mkdirSync(join(folder, 'store-2.log.new'))
  store.table('people').set('kept', 1)
  fillUp(store)
  await store.compacted()

  expect(errors).toStrictEqual(['The store could not be compacted; it goes on as it is'])
  store.table('later').set('after', 1)
  expect(readdirSync(folder)).toContain('store-1.log')
  expect(contentOf(store)).toStrictEqual({ people: [['kept', 1]], later: [['after', 1]] })
  await store.close()
})

test.runIf(existsSync('/proc/self/fd'))(
  'a log that was replaced is closed once nobody reads from it',
  async () => {
    const folder = temporaryFolder()
    const opened = () =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          const path = readlinkSync(`/proc/self/fd/${fd}`)
          return path.startsWith(folder) ? [path] : []
        } catch {
          return []
        }
      })
    const store = openLogStore(folder, quietLog(), [])
    store.table('people').set('p', 1)
    for (let round = 0; round < 3; round += 1) {
      fillUp(store)
      await store.compacted()
    }
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    // Node tells in turns of its own, and the system closes off the main thread.
    const openedByThen = () => {
      collect()
      return opened()
    }
    await expect
      .poll(openedByThen, { timeout: 30_000 })
      .toStrictEqual([join(folder, 'store-4.log')])
    await store.close()
    expect(opened()).toStrictEqual([])
  },
)
