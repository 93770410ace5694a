import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DataFolderError } from '../../../../../local/node/store/data-folder-error.ts'
import { repairLog } from '../../../../../local/node/store/log-repair.ts'
import { openLogStore } from '../../../../../local/node/store/log-store.ts'
import { quietLog } from '../../../../support/core/quiet-log.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

const keys = ['a', 'b', 'c', 'd']

/** A log with one record for each key, and where each begins. */
async function writeLog() {
  const folder = temporaryFolder()
  const path = join(folder, 'store-1.log')
  const store = openLogStore(folder, quietLog(), [])
  const starts = keys.map((key) => {
    const start = readFileSync(path).length
    store.table('rows').set(key, { name: `row ${key}` })
    return start
  })
  await store.close()
  return { folder, path, starts, whole: readFileSync(path) }
}

async function keysIn(folder: string): Promise<string[]> {
  const store = openLogStore(folder, quietLog(), [])
  const found = Array.from(store.table('rows').entries(), ([key]) => key)
  await store.close()
  return found
}

function flip(whole: Buffer, ...positions: number[]): Buffer {
  const bytes = Buffer.from(whole)
  for (const at of positions) bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  return bytes
}

test('whichever byte in the middle is damaged, nothing is cut, and words say where and what to do', async () => {
  const { folder, path, starts, whole } = await writeLog()
  const [, start = 0, end = 0] = starts

  for (let at = start; at < end; at += 1) {
    const damaged = flip(whole, at)
    writeFileSync(path, damaged)

    const open = () => openLogStore(folder, quietLog(), [])
    expect(open, `byte ${at}`).toThrow(DataFolderError)
    expect(open).toThrow(`${path} is damaged: bytes ${start} to ${end} cannot be read`)
    expect(open).toThrow('--repair')
    expect(readFileSync(path)).toStrictEqual(damaged)
    expect(readdirSync(folder)).toStrictEqual(['store-1.log'])
  }
})

test('a repair leaves out the damaged record alone, and keeps the log as it was', async () => {
  const { folder, path, starts, whole } = await writeLog()
  const [, start = 0, end = 0] = starts

  // In the length (then it leads nowhere, or far), in the checksum, in the first change, in the value.
  for (const at of [start, start + 2, start + 3, start + 4, start + 8, start + 9, end - 1]) {
    const damaged = flip(whole, at)
    writeFileSync(path, damaged)

    const keptAs = join(folder, 'store-1.log.damaged')
    expect(repairLog(folder)).toStrictEqual({ path, damage: [{ start, end }], keptAs })
    expect(readFileSync(keptAs)).toStrictEqual(damaged)
    expect(readdirSync(folder)).toStrictEqual(['store-1.log.damaged', 'store-2.log'])
    expect(await keysIn(folder)).toStrictEqual(['a', 'c', 'd'])
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
  }
})

test('what a repaired store writes is there afterwards, and it can be repaired again', async () => {
  const { folder, path, starts, whole } = await writeLog()
  const [first = 0, , third = 0] = starts
  writeFileSync(path, flip(whole, first + 9, third))
  expect(repairLog(folder)?.damage).toStrictEqual([
    { start: first, end: starts[1] },
    { start: third, end: starts[3] },
  ])
  expect(await keysIn(folder)).toStrictEqual(['b', 'd'])

  const store = openLogStore(folder, quietLog(), [])
  store.table('rows').set('new', 1)
  await store.close()
  expect(await keysIn(folder)).toStrictEqual(['b', 'd', 'new'])
  expect(repairLog(folder)).toBeUndefined()
})

test('records that are wiped out by zeros or by noise are found the end of', async () => {
  const { folder, path, starts, whole } = await writeLog()
  const [, start = 0, , end = 0] = starts
  for (const fill of [0, 0xa5, 4]) {
    writeFileSync(path, Buffer.from(whole).fill(fill, start, end))

    expect(() => openLogStore(folder, quietLog(), [])).toThrow(`bytes ${start} to ${end} cannot`)
  }
})

test('the last write, cut short anywhere or damaged, is cut off and kept beside the log', async () => {
  const { folder, path, starts, whole } = await writeLog()
  const start = starts.at(-1)!
  const tails: Buffer[] = []
  for (let size = start + 1; size < whole.length; size += 5) tails.push(whole.subarray(start, size))
  for (let at = start; at < whole.length; at += 5) tails.push(flip(whole, at).subarray(start))
  tails.push(Buffer.alloc(5000))

  for (const tail of tails) {
    writeFileSync(path, Buffer.concat([whole.subarray(0, start), tail]))
    const log = quietLog()
    const store = openLogStore(folder, log, [])
    await store.close()

    const kept = `${path}.cut-at-${start}`
    expect(readFileSync(kept)).toStrictEqual(Buffer.from(tail))
    expect(log.warnings).toStrictEqual([
      `${path}: ${tail.length} bytes of an unfinished write were cut off. They are in ${kept}`,
    ])
    expect(readFileSync(path)).toStrictEqual(Buffer.from(whole.subarray(0, start)))
    expect(await keysIn(folder)).toStrictEqual(['a', 'b', 'c'])
    rmSync(kept)
  }
})

test('what was cut off before is not overwritten', async () => {
  const { folder, path, starts, whole } = await writeLog()
  const start = starts.at(-1)!
  for (const tail of ['first', 'second', 'third']) {
    writeFileSync(path, Buffer.concat([whole.subarray(0, start), Buffer.from(tail)]))
    await keysIn(folder)
  }

  const kept = (suffix: string) => readFileSync(`${path}.cut-at-${start}${suffix}`, 'utf8')
  expect([kept(''), kept('-2'), kept('-3')]).toStrictEqual(['first', 'second', 'third'])
})

test.each([
  ['is empty', () => Buffer.alloc(0), 'it is empty, which no log ever is', []],
  ['is noise', () => Buffer.alloc(500, 0xa5), 'no record in it can be read', []],
  ['lost its start', (whole: Buffer) => flip(whole, 0), 'bytes 0 to 11 cannot be read', keys],
] as const)('a log that %s is no new beginning', async (_how, change, words, readable) => {
  const { folder, path, whole } = await writeLog()
  writeFileSync(path, change(whole))

  expect(() => openLogStore(folder, quietLog(), [])).toThrow(words)
  expect(readFileSync(path)).toStrictEqual(change(whole))
  expect(repairLog(folder)).toMatchObject({ keptAs: `${path}.damaged` })
  expect(readFileSync(`${path}.damaged`)).toStrictEqual(change(whole))
  expect(await keysIn(folder)).toStrictEqual(readable)
})

test('nothing is repaired where nothing is', () => {
  expect(repairLog(temporaryFolder())).toBeUndefined()
})
