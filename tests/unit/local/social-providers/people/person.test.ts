import { expect, test } from 'vitest'
import { initialsOf, splitName } from '../../../../../local/social-providers/people/person.ts'

test.for([
  ['Ada Lovelace', 'Ada', 'Lovelace', 'AL'],
  ['  Augusta  Ada   King ', 'Augusta Ada', 'King', 'AK'],
  ['Plato', 'Plato', '', 'P'],
  ['émilie du châtelet', 'émilie du', 'châtelet', 'ÉC'],
  ['𝒜 𝒵', '𝒜', '𝒵', '𝒜𝒵'],
] as const)('%s is split and shortened', ([name, givenName, familyName, initials]) => {
  const split = splitName(name)

  expect(split).toMatchObject({ givenName, familyName })
  expect(initialsOf({ ...split, subject: '1', emailVerified: false })).toBe(initials)
})
