import { describe, expect, test } from 'vitest'
import type { Blobs } from '../../../../../local/core/ports/blobs.ts'
import { createMemoryBlobs } from '../../../../../local/core/store/memory-blobs.ts'
import { openDiskBlobs } from '../../../../../local/node/disk-blobs.ts'
import { systemRandom } from '../../../../../local/node/system-random.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

const implementations: [name: string, create: () => Blobs][] = [
  ['memory', () => createMemoryBlobs(systemRandom)],
  ['files', () => openDiskBlobs(temporaryFolder(), systemRandom)],
]

const encoder = new TextEncoder()

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}

async function textOf(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  return new Response(stream).text()
}

describe.each(implementations)('blobs in %s', (_name, create) => {
  test('give back what was written, whole and in part', async () => {
    const blobs = create()
    const { id, sizeBytes } = await blobs.write(streamOf('hello', '', ' ', 'world'))

    expect(sizeBytes).toBe(11)
    expect(await textOf(blobs.read(id))).toBe('hello world')
    expect(await textOf(blobs.read(id, { start: 4, endInclusive: 6 }))).toBe('o w')
    expect(await textOf(blobs.read(id, { start: 10, endInclusive: 99 }))).toBe('d')
    expect(await textOf(blobs.read(id, { start: 0, endInclusive: 0 }))).toBe('h')
  })

  test('hold an empty body', async () => {
    const blobs = create()
    const { id, sizeBytes } = await blobs.write(streamOf())

    expect(sizeBytes).toBe(0)
    expect(await textOf(blobs.read(id))).toBe('')
  })

  test('concatenate parts in the given order and keep the parts', async () => {
    const blobs = create()
    const first = await blobs.write(streamOf('one '))
    const second = await blobs.write(streamOf('two '))
    const whole = await blobs.concatenate([second.id, first.id, second.id])

    expect(whole.sizeBytes).toBe(12)
    expect(await textOf(blobs.read(whole.id))).toBe('two one two ')
    await blobs.delete(first.id)
    expect(await textOf(blobs.read(whole.id))).toBe('two one two ')
    await expect(blobs.concatenate([second.id, first.id])).rejects.toThrow('There is no blob')
  })

  test('keep nothing of a body that breaks', async () => {
    const blobs = create()
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('half')),
      pull: (controller) => controller.error(new Error('the client went away')),
    })

    await expect(blobs.write(broken)).rejects.toThrow('the client went away')
  })

  test('forget what is deleted, and deleting twice is no error', async () => {
    const blobs = create()
    const { id } = await blobs.write(streamOf('x'))
    const other = await blobs.write(streamOf('y'))
    await blobs.delete(id)
    await blobs.delete(id)

    expect(blobs.read(id)).toBeUndefined()
    expect(await textOf(blobs.read(other.id))).toBe('y')
    await blobs.clear()
    expect(blobs.read(other.id)).toBeUndefined()
  })

  test('a reading that began goes on when the blob is deleted', async () => {
    const blobs = create()
    const { id } = await blobs.write(streamOf('x'.repeat(300_000), 'end'))
    const reader = blobs.read(id)!.getReader()
    const first = await reader.read()
    await blobs.delete(id)

    let sizeBytes = first.value!.byteLength
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      sizeBytes += next.value.byteLength
    }
    expect(sizeBytes).toBe(300_003)
  })
})
