import { expect, test } from 'vitest'
import { createMemoryStore } from '../../../../../local/core/store/memory-store.ts'
import { createGarbage } from '../../../../../local/s3/objects/garbage.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

/** A body that somebody deletes, and what the log was told of it. */
function droppedBody(onDelete: (store: ReturnType<typeof createMemoryStore>) => Promise<void>) {
  const store = createMemoryStore()
  const faults: string[] = []
  const runtime = createTestRuntime()
  const garbage = createGarbage({
    ...runtime,
    store,
    blobs: { ...runtime.blobs, delete: () => onDelete(store) },
    log: { ...runtime.log, error: (message) => void faults.push(message) },
  })
  garbage.add('0b0d1e0c-0000-4000-8000-000000000001')
  return { collect: () => garbage.collect(), faults }
}

test('data that is closed while a body goes is no fault: the next start finds it written down', async () => {
  const { collect, faults } = droppedBody((store) => store.close())

  await collect()

  expect(faults).toEqual([])
})

test('a body that cannot be deleted is a fault, and is tried again', async () => {
  let tries = 0
  const { collect, faults } = droppedBody(() => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('EBUSY')) : Promise.resolve()
  })

  await collect()
  await collect()
  await collect()

  expect(faults).toEqual(['S3 could not delete a body that nobody needs'])
  expect(tries).toBe(2)
})
