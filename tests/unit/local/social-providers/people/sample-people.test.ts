import { expect, test } from 'vitest'
import { groundOf } from '../../../../../local/social-providers/people/picture.ts'
import { samplePeople } from '../../../../../local/social-providers/people/sample-people.ts'

const everybody = Object.entries(samplePeople)

const shapes: Record<keyof typeof samplePeople, RegExp> = {
  google: /^1\d{20}$/,
  facebook: /^10\d{15}$/,
  apple: /^\d{6}\.[\da-f]{32}\.\d{4}$/,
  amazon: /^amzn1\.account\.[A-Z\d]{27}$/,
  company: /^employee-\d{4}$/,
}

test.for(everybody)('at %s Ada comes first, and all ids are its own', ([slug, people]) => {
  const subjects = people.map(({ subject }) => subject)

  expect(people[0]).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.com' })
  expect(new Set(subjects).size).toBe(people.length)
  for (const subject of subjects) expect(subject).toMatch(shapes[slug as keyof typeof shapes])
})

test('nobody has an address of the real world', () => {
  const addresses = everybody.flatMap(([, people]) => people.map(({ email }) => email ?? ''))

  for (const address of addresses) expect(address).toMatch(/^$|@example\.com$/)
})

test('the samples can be told apart by colour', () => {
  const grounds = samplePeople.google.map(({ name }) => groundOf(name, 6))

  expect(new Set(grounds).size).toBe(grounds.length)
})

test('one person has an address that is not verified, and one at Facebook has none', () => {
  const unverified = samplePeople.google.filter(({ emailVerified }) => !emailVerified)
  const without = samplePeople.facebook.filter(({ email }) => email === undefined)

  expect(unverified).toHaveLength(1)
  expect(without).toHaveLength(1)
})
