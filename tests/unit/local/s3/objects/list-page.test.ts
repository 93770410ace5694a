import { expect, test } from 'vitest'
import { createGarbage } from '../../../../../local/s3/objects/garbage.ts'
import { listPage } from '../../../../../local/s3/objects/list-page.ts'
import { createObjects } from '../../../../../local/s3/objects/objects.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

const bucket = { name: 'bucket', region: 'eu-west-1', versioning: true, corsRules: [] }
const draft = { blobId: 'none', sizeBytes: 0, etag: '', headers: {}, metadata: {} }

test('a page costs what it shows: prefixes are stepped over, deleted keys are not met', () => {
  const runtime = createTestRuntime()
  let touched = 0
  const store = { ...runtime.store }
  store.table = <Value>(name: string) => {
    const table = runtime.store.table<Value>(name)
    return {
      ...table,
      *entries(range) {
        for (const entry of table.entries(range)) {
          touched += 1
          yield entry
        }
      },
    }
  }
  const objects = createObjects({ ...runtime, store }, createGarbage(runtime))
  for (const folder of ['a', 'b', 'c']) {
    for (let index = 0; index < 500; index += 1) objects.put(bucket, `${folder}/${index}`, draft)
  }
  for (let index = 0; index < 500; index += 1) {
    objects.put(bucket, `b0${index}`, draft)
    objects.remove(bucket, `b0${index}`)
  }

  const page = listPage(objects, 'bucket', {
    prefix: '',
    delimiter: '/',
    after: undefined,
    limit: 1000,
  })

  expect(page.items).toEqual(['a/', 'b/', 'c/'].map((commonPrefix) => ({ commonPrefix })))
  expect(touched).toBeLessThan(10)
})
