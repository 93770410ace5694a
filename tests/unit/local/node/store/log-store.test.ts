import {
  appendFileSync,
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Log } from '../../../../../local/core/ports/log.ts'
import type { Store } from '../../../../../local/core/store/store.ts'
import { DataFolderError } from '../../../../../local/node/store/data-folder-error.ts'
import { openLogStore } from '../../../../../local/node/store/log-store.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

function contentOf(store: Store) {
  return Object.fromEntries(
    ['a', 'b'].map((name) => [name, [...store.table(name).entries()]] as const),
  )
}

/** The log as it stands, as a process that was killed now would leave it. */
function asIfKilled(folder: string): string {
  const copy = join(temporaryFolder(), 'data')
  cpSync(folder, copy, { recursive: true })
  return copy
}

test('what was written is there when the store is opened again, closed or not', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, silent, [])
  const table = store.table<unknown>('a')
  table.set('😀', { bytes: new Uint8Array([1, 2]) })
  table.set('gone', 1)
  table.delete('gone')
  store.table('b').set('x'.repeat(1900), 'y'.repeat(3_000_000))
  const written = contentOf(store)

  const killed = openLogStore(asIfKilled(folder), silent, [])
  await store.close()
  const closed = openLogStore(folder, silent, [])

  expect(contentOf(killed)).toStrictEqual(written)
  expect(contentOf(closed)).toStrictEqual(written)
  expect([...closed.table('a').entries()]).toHaveLength(1)
  await killed.close()
  await closed.close()
})

test('a clearing is remembered', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, silent, [])
  store.table('a').set('old', 1)
  store.clear()
  store.table('a').set('new', 1)
  await store.close()

  const opened = openLogStore(folder, silent, [])
  expect([...opened.table('a').entries()]).toStrictEqual([['new', 1]])
  await opened.close()
})

test('a record that is cut off anywhere is dropped whole, and what came before stays', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, silent, [])
  store.table('a').set('kept', { name: 'ada' })
  const before = statSync(join(folder, 'store-1.log')).size
  store.transaction(() => {
    store.table('a').set('kept', { name: 'changed' })
    store.table('b').set('new', 1)
  })
  await store.close()
  const whole = readFileSync(join(folder, 'store-1.log'))

  for (let size = before + 1; size < whole.length; size += 1) {
    const warnings: string[] = []
    writeFileSync(join(folder, 'store-1.log'), whole.subarray(0, size))
    const opened = openLogStore(folder, { ...silent, warn: (text) => warnings.push(text) }, [])
    expect(contentOf(opened)).toStrictEqual({ a: [['kept', { name: 'ada' }]], b: [] })
    expect(warnings).toHaveLength(1)
    opened.table('b').set('after', 1)
    await opened.close()

    const again = openLogStore(folder, silent, [])
    expect([...again.table('b').entries()]).toStrictEqual([['after', 1]])
    await again.close()
  }
})

test('a tail of zeros or of noise, as a power failure leaves it, is dropped', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, silent, [])
  store.table('a').set('kept', 1)
  await store.close()
  for (const tail of [Buffer.alloc(5000), Buffer.alloc(5000, 0xa5), Buffer.from('short')]) {
    appendFileSync(join(folder, 'store-1.log'), tail)

    const opened = openLogStore(folder, silent, [])
    expect(contentOf(opened)).toStrictEqual({ a: [['kept', 1]], b: [] })
    await opened.close()
  }
})

test('a log of which most is dead is rewritten, also while it is read', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, silent, [])
  const table = store.table<string>('a')
  for (let index = 0; index < 10; index += 1) table.set(`key${index}`, 'first')
  const iteration = table.entries()[Symbol.iterator]()
  iteration.next()

  const filler = 'x'.repeat(1_000_000)
  for (let round = 0; round < 40; round += 1) {
    table.set('filler', `${filler}${round}`)
    await store.compacted()
  }

  const names = readdirSync(folder)
  expect(names).toHaveLength(1)
  expect(names).not.toContain('store-1.log')
  expect(statSync(join(folder, names[0]!)).size).toBeLessThan(17_000_000)
  expect(iteration.next().value).toStrictEqual(['key1', 'first'])
  expect(table.get('key9')).toBe('first')
  table.set('after', 'compaction')

  const killed = openLogStore(asIfKilled(folder), silent, [])
  expect([...killed.table('a').entries()]).toStrictEqual([...table.entries()])
  expect(killed.table('a').get('filler')).toBe(`${filler}39`)
  await killed.close()
  await store.close()
})

test('a compaction that was cut off leaves the log that it began from', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, silent, [])
  store.table('a').set('kept', 1)
  await store.close()
  writeFileSync(join(folder, 'store-2.log.new'), 'half a log')

  const opened = openLogStore(folder, silent, [])
  expect(contentOf(opened)).toStrictEqual({ a: [['kept', 1]], b: [] })
  expect(readdirSync(folder)).toStrictEqual(['store-1.log'])
  await opened.close()
})

test('other files in the folder are left alone', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'notes.txt'), 'mine')

  const store = openLogStore(folder, silent, [])
  store.table('a').set('kept', 1)
  await store.close()
  expect(readdirSync(folder)).toStrictEqual(['notes.txt', 'store-1.log'])
})

test('a thousand transactions close at once', async () => {
  const store = openLogStore(temporaryFolder(), silent, [])
  const table = store.table<number>('a')
  for (let index = 0; index < 1000; index += 1) {
    store.transaction(() => table.set(`key${index}`, index))
  }

  await store.close()
  expect(() => table.set('after', 1)).toThrow('not in use any more')
})

test.each([
  ['longer', (path: string) => appendFileSync(path, 'x'), /has \d+ bytes where \d+ were written/],
  ['shorter', (path: string) => truncateSync(path, 8), /has 8 bytes where \d+ were written/],
  ['removed', (path: string) => rmSync(path), /it is gone/],
  [
    'replaced',
    (path: string) => {
      copyFileSync(path, `${path}.copy`)
      renameSync(`${path}.copy`, path)
    },
    /it is another file/,
  ],
])('nothing is written to a log that another program has made %s', async (_how, change, words) => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, silent, [])
  const table = store.table<number>('a')
  table.set('kept', 1)
  change(join(folder, 'store-1.log'))
  const found = asIfKilled(folder)

  expect(() => table.set('new', 1)).toThrow(DataFolderError)
  expect(() => table.set('new', 1)).toThrow(words)
  expect(table.get('new')).toBeUndefined()
  await store.close()
  expect(readdirSync(folder)).toStrictEqual(readdirSync(found))
  for (const name of readdirSync(folder)) {
    expect(readFileSync(join(folder, name))).toStrictEqual(readFileSync(join(found, name)))
  }
})

test('two stores on one folder lose nothing that either acknowledged', async () => {
  const folder = temporaryFolder()
  const first = openLogStore(folder, silent, [])
  first.table('a').set('first', 1)
  const second = openLogStore(folder, silent, [])
  second.table('a').set('second', 1)

  expect(() => first.table('a').set('third', 1)).toThrow('was changed by another program')
  await first.close()
  await second.close()
  const opened = openLogStore(folder, silent, [])
  expect(contentOf(opened).a).toStrictEqual([
    ['first', 1],
    ['second', 1],
  ])
  await opened.close()
})
