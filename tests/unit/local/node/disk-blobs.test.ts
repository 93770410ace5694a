import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDiskBlobs } from '../../../../local/node/disk-blobs.ts'
import { systemRandom } from '../../../../local/node/system-random.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'

const body = (text: string) => new Blob([text]).stream()

test('a body that breaks leaves no file', async () => {
  const folder = temporaryFolder()
  const blobs = openDiskBlobs(folder, systemRandom)
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(100_000)),
    pull: (controller) => controller.error(new Error('the client went away')),
  })

  await expect(blobs.write(broken)).rejects.toThrow('the client went away')
  await expect(blobs.concatenate(['00000000-0000-4000-8000-000000000000'])).rejects.toThrow()
  expect(readdirSync(folder)).toStrictEqual([])
})

test('a draft that a killed process left is swept when the folder is opened', async () => {
  const folder = temporaryFolder()
  const { id } = await openDiskBlobs(folder, systemRandom).write(body('kept'))
  writeFileSync(join(folder, '00000000-0000-4000-8000-000000000000.new'), 'half')

  const blobs = openDiskBlobs(folder, systemRandom)
  expect(readdirSync(folder)).toStrictEqual([id])
  expect(await new Response(blobs.read(id)).text()).toBe('kept')
})

test('a small body of very many chunks is kept whole, in order', async () => {
  const blobs = openDiskBlobs(temporaryFolder(), systemRandom)
  const text = Array.from({ length: 5000 }, (_, index) => `${index};`).join('')
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of text) controller.enqueue(new TextEncoder().encode(piece))
      controller.close()
    },
  })

  const { id, sizeBytes } = await blobs.write(pieces)

  expect(sizeBytes).toBe(text.length)
  expect(await new Response(blobs.read(id)).text()).toBe(text)
})

test('an id that is no id reads and deletes nothing', async () => {
  const folder = temporaryFolder()
  const blobs = openDiskBlobs(join(folder, 'blobs'), systemRandom)
  writeFileSync(join(folder, 'secret'), 'secret')

  expect(blobs.read('../secret')).toBeUndefined()
  await blobs.delete('../secret')
  expect(readdirSync(folder)).toStrictEqual(['blobs', 'secret'])
})

test('a reading that is cancelled closes its file', async () => {
  const folder = temporaryFolder()
  const blobs = openDiskBlobs(folder, systemRandom)
  const { id } = await blobs.write(body('x'.repeat(1_000_000)))
  const openFiles = () => readdirSync('/dev/fd').length
  const before = openFiles()

  for (let round = 0; round < 20; round += 1) {
    const reader = blobs.read(id)!.getReader()
    await reader.read()
    await reader.cancel()
  }
  expect(openFiles()).toBe(before)
})
