import { expect, test } from 'vitest'
import { objectPath } from '../../../../src/storage/object-path.ts'

const identityId = 'us-east-1:11111111-2222-3333-4444-555555555555'

test('an object lies under the prefix of its owner', () => {
  expect(objectPath('profile.json')({ identityId })).toBe(`users/${identityId}/profile.json`)
})

test.each(['', '.', '..', '../profile.json', 'a/b', '/a', 'a\\b', '.hidden', 'a%2Fb'])(
  'no name leads out of it: %j',
  (name) => {
    expect(() => objectPath(name)).toThrow(RangeError)
  },
)
