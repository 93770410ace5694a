import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLogStore } from '../../../../../local/node/store/log-store.ts'
import { createRecentValues } from '../../../../../local/node/store/recent-values.ts'
import { quietLog } from '../../../../support/core/quiet-log.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

const valueOf = (length: number) => new Uint8Array(length)

test('of recent values those are forgotten that nobody has asked for the longest', () => {
  const recent = createRecentValues(100)
  const [a, b, c, d] = [{}, {}, {}, {}]
  recent.keep(a, valueOf(40))
  recent.keep(b, valueOf(40))
  recent.keep(c, valueOf(40))
  expect(recent.find(a)).toHaveLength(40)

  recent.keep(d, valueOf(40))

  expect([a, b, c, d].map((each) => recent.find(each)?.length)).toEqual([40, undefined, 40, 40])
})

test('a value that is too long is not kept, and none is once all were forgotten', () => {
  const recent = createRecentValues()
  const [long, short] = [{}, {}]
  recent.keep(long, valueOf((64 << 10) + 1))
  recent.keep(short, valueOf(1))
  expect(recent.find(long)).toBeUndefined()
  expect(recent.find(short)).toHaveLength(1)

  recent.forget()

  expect(recent.find(short)).toBeUndefined()
})

test('a value that was read is read from the file once, and each reader has one of its own', async () => {
  const folder = temporaryFolder()
  const store = openLogStore(folder, quietLog(), [])
  store.table('people').set('ada', { tags: ['first'] })
  await store.close()
  const opened = openLogStore(folder, quietLog(), [])
  const people = opened.table<{ tags: string[] }>('people')
  people.get('ada')?.tags.push('second')

  // What is not in memory by now is gone.
  truncateSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.log')) ?? ''))

  expect(people.get('ada')).toEqual({ tags: ['first'] })
  await opened.close()
})
