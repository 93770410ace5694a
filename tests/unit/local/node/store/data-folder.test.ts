import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDataFolder } from '../../../../../local/node/store/data-folder.ts'
import { repairLog } from '../../../../../local/node/store/log-repair.ts'
import {
  folderOptions,
  readBodies,
  writeBodies,
} from '../../../../support/node/data-with-bodies.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

const orphan = '00000000-0000-4000-8000-000000000000'

/** As a process that was killed leaves a folder, with a body whose row was never written. */
function kill(folder: string) {
  writeFileSync(join(folder, 'running'), '')
  writeFileSync(join(folder, 'blobs', orphan), 'a body')
}

test('after a kill, bodies that no row points at go, and the others stay', async () => {
  const folder = temporaryFolder()
  await writeBodies(folder, { a: 'first', b: 'second' })
  kill(folder)

  expect(await readBodies(folder)).toStrictEqual({ a: 'first', b: 'second' })
  expect(readdirSync(join(folder, 'blobs'))).toHaveLength(2)
  expect(readdirSync(folder)).not.toContain('running')
})

test('a repair costs no body: rows of the log that is kept may point at it', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'store-1.log')
  await writeBodies(folder, { a: 'first' })
  const start = readFileSync(path).length
  await writeBodies(folder, { b: 'second' })
  await writeBodies(folder, { c: 'third' })
  const damaged = readFileSync(path)
  damaged.writeUInt8(damaged.readUInt8(start) ^ 0xff, start)
  writeFileSync(path, damaged)
  kill(folder)
  expect(() => openDataFolder(folder, folderOptions)).toThrow('is damaged')

  const keptAs = repairLog(folder)?.keptAs
  expect(keptAs).toBe(`${path}.damaged`)
  expect(await readBodies(folder)).toStrictEqual({ a: 'first', c: 'third' })
  expect(readdirSync(join(folder, 'blobs'))).toHaveLength(4)
})

test('a folder that cannot be opened is free again, and as it was', async () => {
  const folder = temporaryFolder()
  await writeBodies(folder, { a: 'first' })
  const path = join(folder, 'store-1.log')
  const whole = readFileSync(path)
  writeFileSync(path, 'noise')

  expect(() => openDataFolder(folder, folderOptions)).toThrow('is damaged')
  expect(() => openDataFolder(folder, folderOptions)).toThrow('is damaged')
  writeFileSync(path, whole)
  expect(await readBodies(folder)).toStrictEqual({ a: 'first' })
})

test('a compaction that was cut off before the old log was removed counts', async () => {
  const folder = temporaryFolder()
  await writeBodies(folder, { a: 'first' })
  cpSync(join(folder, 'store-1.log'), join(folder, 'store-2.log'))
  const data = openDataFolder(folder, folderOptions)
  data.store.table('bodies').set('only in the second', 'x')
  await data.close()
  expect(readdirSync(folder)).not.toContain('store-1.log')
  cpSync(join(folder, 'store-2.log'), join(folder, 'store-1.log'))

  // Of a damaged newest one, the one before is all there is to go back to.
  const newest = readFileSync(join(folder, 'store-2.log'))
  writeFileSync(join(folder, 'store-2.log'), newest.fill(0))
  expect(() => openDataFolder(folder, folderOptions)).toThrow('store-2.log is damaged')
  expect(readdirSync(folder)).toContain('store-1.log')
  rmSync(join(folder, 'store-2.log'))
  expect(Object.keys(await readBodies(folder))).toStrictEqual(['a', 'only in the second'])
})
