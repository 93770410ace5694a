import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip, gunzipSync, gzipSync } from 'node:zlib'
import { packTar, type TarSource } from 'modern-tar/fs'
import { packTar as packEntries } from 'modern-tar'
import { expect, test } from 'vitest'
import { exportFolder } from '../../../../../local/node/archive/export-folder.ts'
import { importFolder } from '../../../../../local/node/archive/import-folder.ts'
import { openDataFolder } from '../../../../../local/node/store/data-folder.ts'
import {
  folderOptions,
  readBodies,
  writeBodies,
} from '../../../../support/node/data-with-bodies.ts'
import { contentOfFolder } from '../../../../support/node/folder-content.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

const bodies = { a: 'first', 'ü b': 'x'.repeat(300_000), empty: '' }

/** @returns a folder with data, and the file that it was exported to. */
async function exported() {
  const parent = temporaryFolder()
  const folder = join(parent, 'data')
  await writeBodies(folder, bodies)
  const file = join(parent, 'export.tar.gz')
  await exportFolder(folder, file, false, folderOptions)
  return { parent, folder, file }
}

function importInto(folder: string, file: string, isReplacing = true) {
  return importFolder(folder, file, isReplacing, folderOptions)
}

/** @returns another folder with other data, and what its files hold. */
async function withOtherData(parent: string) {
  const folder = join(parent, 'other')
  await writeBodies(folder, { other: 'data' })
  return { folder, before: contentOfFolder(folder) }
}

test('what is exported is what is imported, into a new folder or in the place of other data', async () => {
  const { parent, file } = await exported()
  const { folder } = await withOtherData(parent)
  const fresh = join(parent, 'fresh')
  mkdirSync(fresh)

  for (const target of [folder, fresh]) {
    await importInto(target, file)
    expect(await readBodies(target)).toStrictEqual(bodies)
    expect(readdirSync(target)).toStrictEqual(expect.arrayContaining(['blobs', 'store-1.log']))
    expect(readdirSync(join(target, 'blobs'))).toHaveLength(3)
  }
})

test('an export changes nothing, and can be taken again', async () => {
  const { folder, file } = await exported()
  const before = contentOfFolder(folder)

  await exportFolder(folder, `${file}.again`, false, folderOptions)
  expect(contentOfFolder(folder)).toStrictEqual(before)
  expect(await readBodies(folder)).toStrictEqual(bodies)
})

test('what was deleted is not in an export', async () => {
  const { folder, file } = await exported()
  const data = openDataFolder(folder, folderOptions)
  data.store.table('bodies').set('a-secret-name', 'x')
  for (const [name] of [...data.store.table('bodies').entries()]) {
    if (name !== 'a') data.store.table('bodies').delete(name)
  }
  await data.close()

  const { blobs } = await exportFolder(folder, file, true, folderOptions)
  expect(blobs).toBe(1)
  const archive = gunzipSync(readFileSync(file))
  expect(archive.includes('a-secret-name')).toBe(false)
  expect(archive.includes('xxx')).toBe(false)
  expect(archive.includes('first')).toBe(true)
})

test('neither a file nor data is overwritten without being told', async () => {
  const { parent, folder, file } = await exported()
  const { folder: other, before } = await withOtherData(parent)
  const kept = readFileSync(file)

  await expect(exportFolder(folder, file, false, folderOptions)).rejects.toThrow('--replace')
  await expect(importInto(other, file, false)).rejects.toThrow(`${other} has data already.`)
  expect(readFileSync(file)).toStrictEqual(kept)
  expect(contentOfFolder(other)).toStrictEqual(before)
})

test('a file that is cut anywhere, or damaged, is refused by name and changes nothing', async () => {
  const { parent, file } = await exported()
  const { folder, before } = await withOtherData(parent)
  const whole = readFileSync(file)
  const broken: Buffer[] = []
  for (let part = 0; part < 12; part += 1) {
    broken.push(whole.subarray(0, Math.floor((whole.length * part) / 12)))
    const damaged = Buffer.from(whole)
    const at = 10 + Math.floor(((whole.length - 10) * part) / 12)
    damaged.writeUInt8(damaged.readUInt8(at) ^ 0x55, at)
    broken.push(damaged)
  }
  broken.push(whole.subarray(0, -1))

  for (const [index, bytes] of broken.entries()) {
    writeFileSync(file, bytes)
    const importing = importInto(folder, file)
    await expect(importing, `attempt ${index}`).rejects.toThrow(`${file} is not a whole export`)
    expect(contentOfFolder(folder)).toStrictEqual(before)
  }
})

const manifest = { format: 'cognito-starter-data', version: 1 }
const content = (target: string, text = ''): TarSource => ({
  type: 'content',
  content: text,
  target,
})

test.each<[what: string, sources: TarSource[], words: string]>([
  ['nothing', [], 'it has no export.json'],
  ['no manifest', [content('store-1.log')], 'it has no export.json'],
  ["another's", [content('export.json', '{"format":"x"}')], "is another program's"],
  ['no JSON', [content('export.json', 'null')], "is another program's"],
  ['no log', [content('export.json', JSON.stringify(manifest))], 'it has no store-1.log'],
  ['another file', [content('notes.txt', 'hello')], 'it has a part notes.txt'],
  [
    'a newer format',
    [content('export.json', JSON.stringify({ ...manifest, version: 2 }))],
    'was exported by a newer build',
  ],
  [
    'a damaged log',
    [content('export.json', JSON.stringify(manifest)), content('store-1.log', 'noise')],
    'is damaged',
  ],
])('an archive with %s is refused by name and changes nothing', async (_what, sources, words) => {
  const parent = temporaryFolder()
  const { folder, before } = await withOtherData(parent)
  const file = join(parent, 'foreign.tar.gz')
  await pipeline(packTar(sources), createGzip(), createWriteStream(file))

  await expect(importInto(folder, file)).rejects.toThrow(words)
  expect(contentOfFolder(folder)).toStrictEqual(before)
  expect(readdirSync(parent).toSorted()).toStrictEqual(['foreign.tar.gz', 'other'])
})

test.each([
  [{ name: 'store-1.log', type: 'symlink', size: 0, linkname: '../../x' }, 'store-1.log'],
  [{ name: 'blobs/../../../evil', type: 'file', size: 0 }, 'blobs/../../../evil'],
  [{ name: 'blobs', type: 'directory', size: 0 }, 'blobs'],
] as const)('a part that leads elsewhere is refused: %j', async (header, part) => {
  const parent = temporaryFolder()
  const { folder, before } = await withOtherData(parent)
  const file = join(parent, 'foreign.tar.gz')
  writeFileSync(file, gzipSync(await packEntries([{ header }])))

  await expect(importInto(folder, file)).rejects.toThrow(`it has a part ${part}`)
  expect(contentOfFolder(folder)).toStrictEqual(before)
  expect(readdirSync(parent).toSorted()).toStrictEqual(['foreign.tar.gz', 'other'])
})

test('other files are no exports, and a missing one is named', async () => {
  const parent = temporaryFolder()
  const { folder, before } = await withOtherData(parent)
  const file = join(parent, 'notes.txt')
  await expect(importInto(folder, file)).rejects.toThrow(file)

  for (const bytes of [Buffer.alloc(0), Buffer.from('notes'), gzipSync('notes'), gzipSync('')]) {
    writeFileSync(file, bytes)
    await expect(importInto(folder, file)).rejects.toThrow(`${file} is not a whole export`)
  }
  expect(contentOfFolder(folder)).toStrictEqual(before)
})

test('an import that was cut off before it was whole leaves what was there', async () => {
  const parent = temporaryFolder()
  const { folder } = await withOtherData(parent)
  cpSync(folder, join(parent, 'half'), { recursive: true })
  renameSync(join(parent, 'half'), join(folder, 'import.new'))
  mkdirSync(join(folder, 'export.new'))

  expect(await readBodies(folder)).toStrictEqual({ other: 'data' })
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toStrictEqual([])
})

test.each<[step: string, takeOver: (folder: string, ready: string) => void]>([
  ['before the first', () => undefined],
  ['after the old bodies', (folder) => rmSync(join(folder, 'blobs'), { recursive: true })],
  [
    'after the new bodies',
    (folder, ready) => {
      rmSync(join(folder, 'blobs'), { recursive: true })
      renameSync(join(ready, 'blobs'), join(folder, 'blobs'))
    },
  ],
  [
    'after the old log',
    (folder, ready) => {
      rmSync(join(folder, 'blobs'), { recursive: true })
      renameSync(join(ready, 'blobs'), join(folder, 'blobs'))
      rmSync(join(folder, 'store-1.log'))
    },
  ],
  [
    'after the new log',
    (folder, ready) => {
      for (const name of ['blobs', 'store-1.log']) {
        rmSync(join(folder, name), { recursive: true })
        renameSync(join(ready, name), join(folder, name))
      }
    },
  ],
])('an import that was cut off %s step of taking over is finished', async (_step, takeOver) => {
  const { parent, folder: source } = await exported()
  const { folder } = await withOtherData(parent)
  const ready = join(folder, 'import.ready')
  renameSync(source, ready)
  takeOver(folder, ready)

  expect(await readBodies(folder)).toStrictEqual(bodies)
  expect(existsSync(ready)).toBe(false)
  expect(await readBodies(folder)).toStrictEqual(bodies)
})
