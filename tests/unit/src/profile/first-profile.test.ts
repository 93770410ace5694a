import { expect, test } from 'vitest'
import { firstProfile } from '../../../../src/profile/first-profile.ts'
import { emptyProfile, limits } from '../../../../src/profile/profile.ts'

test('a first profile begins with the name, no longer than a name may be', () => {
  expect(firstProfile(' Ada Lovelace ')).toEqual({ ...emptyProfile, displayName: 'Ada Lovelace' })
  expect(Array.from(firstProfile('ă'.repeat(200)).displayName)).toHaveLength(
    limits.displayNameCharacters,
  )
})

test('a name that the form would refuse is left out', () => {
  expect(firstProfile('Ada\u0000')).toEqual(emptyProfile)
  expect(firstProfile('')).toEqual(emptyProfile)
})
