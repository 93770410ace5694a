import { expect, test } from 'vitest'
import { parseProfile, serializeProfile } from '../../../../src/profile/parse-profile.ts'
import type { Profile } from '../../../../src/profile/profile.ts'

const ada: Profile = {
  displayName: 'Ada Lovelace',
  bio: 'Notes on the Analytical Engine.\nNote G.',
  links: ['https://example.com/'],
  picture: { name: 'picture-0123456789abcdef.webp', type: 'image/webp' },
}
const revision = { revision: 'r1', updatedAt: '2026-08-01T12:00:00.000Z' }

function stored(change: Record<string, unknown> = {}): string {
  const json = JSON.parse(serializeProfile(ada, revision)) as Record<string, unknown>
  return JSON.stringify({ ...json, ...change })
}

test('what was written is read back', () => {
  expect(parseProfile(serializeProfile(ada, revision))).toEqual({
    kind: 'profile',
    profile: { ...ada, ...revision, others: {} },
    unreadable: [],
  })
})

test('a profile without a picture is read back', () => {
  const text = serializeProfile({ ...ada, picture: undefined }, revision)

  expect(parseProfile(text)).toMatchObject({ profile: { picture: undefined }, unreadable: [] })
})

test('members of another application survive a save', () => {
  const text = stored({ theme: { accent: 'teal' }, ['__proto__']: { admin: true } })
  const parsed = parseProfile(text)
  if (parsed.kind !== 'profile') throw new Error(parsed.kind)

  const again = serializeProfile(ada, { ...parsed.profile, ...revision })

  expect(JSON.parse(again)).toMatchObject({
    theme: { accent: 'teal' },
    displayName: ada.displayName,
  })
})

test.each([
  ['a script as a link', { links: ['javascript:alert(1)', 'https://example.com/'] }, 'links'],
  ['a link that is no text', { links: [{ href: 'https://example.com/' }, 'example.com'] }, 'links'],
  ['no list of links', { links: 'https://example.com/' }, 'links'],
  ['a name that is no text', { displayName: { toString: 'Ada' } }, 'displayName'],
  ['a name without end', { displayName: 'A'.repeat(10_000) }, 'displayName'],
  ['a bio that is missing', { bio: undefined }, 'bio'],
  ['a picture elsewhere', { picture: { name: '../../other', type: 'image/webp' } }, 'picture'],
  [
    'a picture that is a page',
    { picture: { name: ada.picture?.name, type: 'text/html' } },
    'picture',
  ],
])('%s is left out and named', (_what, change, field) => {
  const parsed = parseProfile(stored(change))

  expect(parsed).toMatchObject({ kind: 'profile', unreadable: [field] })
  expect(JSON.stringify(parsed)).not.toMatch(/javascript|text\/html|\.\.|AAAA/)
})

test('a sound link beside a faulty one stays', () => {
  const parsed = parseProfile(stored({ links: ['data:text/html,x', 'https://example.org/'] }))

  expect(parsed).toMatchObject({ profile: { links: ['https://example.org/'] } })
})

test.each(['', 'null', '[]', '"text"', '{', '{}', '{"version":"1"}', '{"version":0}'])(
  '%j is damaged, not a profile',
  (text) => {
    expect(parseProfile(text)).toEqual({ kind: 'damaged' })
  },
)

test('a later version is not guessed at', () => {
  expect(parseProfile(stored({ version: 2 }))).toEqual({ kind: 'newer' })
})
