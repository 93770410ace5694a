import { beforeEach, expect, test } from 'vitest'
import { dropDraft, keepDraft, resumeEditing } from '../../../../src/profile/draft.ts'
import { editingReducer, startEditing, type Version } from '../../../../src/profile/editing.ts'
import type { Profile } from '../../../../src/profile/profile.ts'

const ada: Profile = { displayName: 'Ada', bio: 'Analyst', links: [], picture: undefined }
const first: Version = { profile: ada, etag: '"1"' }
const edited = editingReducer(startEditing(first), { type: 'typed', fields: { bio: 'Poet' } })

beforeEach(() => sessionStorage.clear())

test('unsaved edits are there again after a new sign-in', () => {
  keepDraft(sessionStorage, 'ada', edited)

  expect(resumeEditing(sessionStorage, 'ada', first)).toEqual(edited)
})

test('nobody else sees them', () => {
  keepDraft(sessionStorage, 'ada', edited)

  expect(resumeEditing(sessionStorage, 'eve', first)).toEqual(startEditing(first))
})

test('a profile that changed meanwhile is met as a change elsewhere', () => {
  const second: Version = { profile: { ...ada, bio: 'Countess' }, etag: '"2"' }
  keepDraft(sessionStorage, 'ada', edited)

  expect(resumeEditing(sessionStorage, 'ada', second)).toEqual({ ...edited, elsewhere: second })
})

test('a first profile, of which nothing is stored yet, has a draft too', () => {
  const nothing: Version = {
    profile: { displayName: '', bio: '', links: [], picture: undefined },
    etag: undefined,
  }
  const begun = editingReducer(startEditing(nothing), { type: 'typed', fields: { bio: 'Hello' } })
  keepDraft(sessionStorage, 'ada', begun)

  expect(resumeEditing(sessionStorage, 'ada', nothing).form.bio).toBe('Hello')
})

test('no edits are no draft, and a dropped draft is gone', () => {
  keepDraft(sessionStorage, 'ada', edited)
  keepDraft(sessionStorage, 'ada', startEditing(first))
  expect(sessionStorage).toHaveLength(0)

  keepDraft(sessionStorage, 'ada', edited)
  dropDraft(sessionStorage)
  expect(sessionStorage).toHaveLength(0)
})

test.each(['{', 'null', '{"owner":"ada"}', '{"owner":"ada","base":{"profile":{}},"form":1}'])(
  'a draft that is not one is ignored: %s',
  (text) => {
    sessionStorage.setItem('cognito-starter.profile-draft', text)

    expect(resumeEditing(sessionStorage, 'ada', first)).toEqual(startEditing(first))
  },
)

test('storage that is full loses nothing but the draft', () => {
  const full = {
    getItem: () => null,
    removeItem: () => undefined,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }

  expect(() => keepDraft(full, 'ada', edited)).not.toThrow()
})
