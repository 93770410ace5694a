import { expect, test } from 'vitest'
import { isVersionId, newVersionId } from '../../../../../local/s3/objects/version-id.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

test('a version id is known by its end, whoever gave it', () => {
  const { random } = createTestRuntime()
  for (let count = 0; count < 1000; count += 1) {
    const id = newVersionId(random)
    expect(id).toMatch(/^[0-9A-Za-z]{32}$/)
    expect(isVersionId(id)).toBe(true)
  }
})

test('what is altered, cut off or longer is none, and neither is any other text', () => {
  const id = newVersionId(createTestRuntime().random)

  for (let at = 0; at < id.length; at += 1) {
    expect(isVersionId(id.slice(0, at) + (id[at] === 'x' ? 'y' : 'x') + id.slice(at + 1))).toBe(
      false,
    )
  }
  for (const text of [id.slice(1), id.slice(0, -1), `${id}0`, '', 'null', 'ABCD', '\u{1f600}']) {
    expect(isVersionId(text)).toBe(false)
  }
})
