import { expect, test } from 'vitest'
import { mergeProfiles } from '../../../../src/profile/merge.ts'
import type { Profile } from '../../../../src/profile/profile.ts'

const base: Profile = { displayName: 'Ada', bio: 'Analyst', links: ['a'], picture: undefined }

test('changes to different fields are put together', () => {
  const mine = { ...base, bio: 'Poet' }
  const theirs = { ...base, links: ['a', 'b'] }

  expect(mergeProfiles(base, mine, theirs)).toEqual({
    merged: { ...base, bio: 'Poet', links: ['a', 'b'] },
    mine: ['bio'],
    theirs: ['links'],
    clashes: [],
  })
})

test('a field that both changed is a clash, and mine stands in the merge', () => {
  const merge = mergeProfiles(base, { ...base, bio: 'Poet' }, { ...base, bio: 'Countess' })

  expect(merge).toMatchObject({ merged: { bio: 'Poet' }, clashes: ['bio'] })
})

test('the same change on both sides is no clash', () => {
  const both = { ...base, displayName: 'Ada Lovelace' }

  expect(mergeProfiles(base, both, both).clashes).toEqual([])
})

test('a picture that they removed stays removed when I only wrote', () => {
  const picture = { name: 'picture-0123456789abcdef.webp', type: 'image/webp' } as const
  const before = { ...base, picture }

  const { merged } = mergeProfiles(before, { ...before, bio: 'Poet' }, base)

  expect(merged).toEqual({ ...base, bio: 'Poet' })
})

test('the order of links matters', () => {
  const two = { ...base, links: ['a', 'b'] }

  expect(mergeProfiles(two, { ...two, links: ['b', 'a'] }, two).mine).toEqual(['links'])
})
