import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { diskFault } from '../../../../local/node/disk-fault.ts'
import { openDiskBlobs } from '../../../../local/node/disk-blobs.ts'
import { systemRandom } from '../../../../local/node/system-random.ts'
import { DataFolderError } from '../../../../local/node/store/data-folder-error.ts'
import { openDataFolder } from '../../../../local/node/store/data-folder.ts'
import { folderOptions, readBodies, writeBodies } from '../../../support/node/data-with-bodies.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'

const isWindows = process.platform === 'win32'

/** The superuser may write what is read-only. */
function becomeSomebody(folder: string) {
  if (process.getuid?.() !== 0) return
  const somebody = 65534
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(folder, name), somebody, somebody)
  }
  process.seteuid!(somebody)
  onTestFinished(() => process.seteuid!(0))
}

test.skipIf(isWindows)('a folder that is read-only stops the start with words', async () => {
  const folder = temporaryFolder()
  await writeBodies(folder, { a: 'first' })
  const before = readdirSync(folder)
  becomeSomebody(folder)
  for (const path of ['blobs', 'store-1.log', 'lock']) chmodSync(join(folder, path), 0o400)
  chmodSync(folder, 0o500)
  onTestFinished(() => {
    chmodSync(folder, 0o700)
    for (const path of ['store-1.log', 'lock']) chmodSync(join(folder, path), 0o600)
    chmodSync(join(folder, 'blobs'), 0o700)
  })

  const open = () => openDataFolder(folder, folderOptions)
  expect(open).toThrow(DataFolderError)
  expect(open).toThrow(`${folder} may not be used (EACCES): it is read-only, or another user's.`)
  expect(readdirSync(folder)).toStrictEqual(before)

  chmodSync(join(folder, 'lock'), 0o600)
  expect(open).toThrow(`${folder} may not be used`)
  chmodSync(folder, 0o700)
  chmodSync(join(folder, 'blobs'), 0o700)
  chmodSync(join(folder, 'store-1.log'), 0o600)
  expect(await readBodies(folder)).toStrictEqual({ a: 'first' })
})

test.skipIf(isWindows)(
  'a folder that becomes read-only refuses bodies in words, and gives out what it has',
  async () => {
    const folder = temporaryFolder()
    becomeSomebody(folder)
    const blobs = openDiskBlobs(folder, systemRandom)
    const { id } = await blobs.write(new Blob(['kept']).stream())
    chmodSync(folder, 0o500)
    onTestFinished(() => chmodSync(folder, 0o700))
    const words = `${folder} may not be used (EACCES): it is read-only`

    await expect(blobs.write(new Blob(['small']).stream())).rejects.toThrow(words)
    await expect(blobs.write(new Blob(['x'.repeat(300_000)]).stream())).rejects.toThrow(words)
    await expect(blobs.concatenate([id])).rejects.toThrow(words)
    await expect(blobs.delete(id)).rejects.toThrow(words)
    expect(await new Response(blobs.read(id)).text()).toBe('kept')
    expect(readdirSync(folder)).toStrictEqual([id])
  },
)

test('a path that leads through a file, or to one, is said in words', () => {
  const parent = temporaryFolder()
  writeFileSync(join(parent, 'file'), '')
  mkdirSync(join(parent, 'folder'))

  for (const path of [join(parent, 'file'), join(parent, 'file', 'data')]) {
    expect(() => openDataFolder(path, folderOptions)).toThrow(DataFolderError)
    expect(() => openDataFolder(path, folderOptions)).toThrow('is a file, not a folder')
  }
})

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'no more room'],
  ['EFBIG', 'ulimit -f'],
  ['EMFILE', 'ulimit -n'],
  ['ENFILE', 'the machine has as many files open as it can'],
  ['EROFS', 'its file system is read-only'],
  ['EPERM', 'it is read-only'],
  ['EIO', 'the disk fails'],
])('%s has words, and its cause', (code, words) => {
  const cause = Object.assign(new Error(`${code}: whatever`), { code })

  const fault = diskFault(cause, '/data/store-1.log')
  expect(fault).toBeInstanceOf(DataFolderError)
  expect(fault).toHaveProperty('cause', cause)
  expect((fault as Error).message).toContain('/data/store-1.log')
  expect((fault as Error).message).toContain(`(${code}): `)
  expect((fault as Error).message).toContain(words)
})

test('what nobody can mend goes on as it is', () => {
  const fault = new TypeError('a fault of ours')
  expect(diskFault(fault, '/data')).toBe(fault)
})
