import { beforeEach, expect, test } from 'vitest'
import { draftPart, keepDraft, resumeEditing } from '../../../../src/profile/draft.ts'
import { editingReducer, startEditing, type Version } from '../../../../src/profile/editing.ts'
import type { Profile } from '../../../../src/profile/profile.ts'

const ada: Profile = { displayName: 'Ada', bio: 'Analyst', links: [], picture: undefined }
const first: Version = { profile: ada, etag: '"1"' }
const edited = editingReducer(startEditing(first), { type: 'typed', fields: { bio: 'Poet' } })

const slot = createSlot()

beforeEach(() => slot.remove())

test('unsaved edits are there again after a new sign-in', () => {
  keepDraft(slot, 'ada', edited)

  expect(resumeEditing(slot, 'ada', first)).toEqual(edited)
})

test('nobody else sees them', () => {
  keepDraft(slot, 'ada', edited)

  expect(resumeEditing(slot, 'eve', first)).toEqual(startEditing(first))
})

test('a profile that changed meanwhile is met as a change elsewhere', () => {
  const second: Version = { profile: { ...ada, bio: 'Countess' }, etag: '"2"' }
  keepDraft(slot, 'ada', edited)

  expect(resumeEditing(slot, 'ada', second)).toEqual({ ...edited, elsewhere: second })
})

test('a draft that was saved elsewhere meanwhile is no draft any more', () => {
  const second: Version = { profile: { ...ada, bio: 'Poet' }, etag: '"2"' }
  keepDraft(slot, 'ada', edited)

  expect(resumeEditing(slot, 'ada', second)).toEqual(startEditing(second))
})

test('a first profile, of which nothing is stored yet, has a draft too', () => {
  const nothing: Version = {
    profile: { displayName: '', bio: '', links: [], picture: undefined },
    etag: undefined,
  }
  const begun = editingReducer(startEditing(nothing), { type: 'typed', fields: { bio: 'Hello' } })
  keepDraft(slot, 'ada', begun)

  expect(resumeEditing(slot, 'ada', nothing).form.bio).toBe('Hello')
})

test('no edits are no draft', () => {
  keepDraft(slot, 'ada', edited)
  keepDraft(slot, 'ada', startEditing(first))

  expect(slot.get()).toBeUndefined()
})

test.each(['{', 'null', '{"owner":"ada"}', '{"owner":"ada","base":{"profile":{}},"form":1}'])(
  'a draft that is not one is ignored: %s',
  (text) => {
    slot.set(text)

    expect(resumeEditing(slot, 'ada', first)).toEqual(startEditing(first))
  },
)

test('storage that is full loses nothing but the draft', () => {
  const full = {
    ...createSlot(),
    set: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }

  expect(() => keepDraft(full, 'ada', edited)).not.toThrow()
})

test('two drafts share a place, each with its own comings and goings', () => {
  const [profile, account] = [draftPart(slot, 'profile'), draftPart(slot, 'account')]
  account.set('{"name":"Ada"}')
  keepDraft(profile, 'ada', edited)

  expect(resumeEditing(profile, 'ada', first)).toEqual(edited)
  profile.remove()
  expect(profile.get()).toBeUndefined()
  expect(account.get()).toBe('{"name":"Ada"}')
  account.remove()
  expect(slot.get()).toBeUndefined()
})

test.each(['{', 'null', '[]', '{"account":{"owner":"ada"}}'])(
  'a shared place that holds something else is as good as empty: %s',
  (text) => {
    slot.set(text)

    expect(draftPart(slot, 'account').get()).toBeUndefined()
    draftPart(slot, 'account').remove()
    expect(slot.get()).toBeUndefined()
  },
)

function createSlot() {
  let kept: string | undefined
  return {
    get: () => kept,
    set: (text: string) => void (kept = text),
    remove: () => void (kept = undefined),
  }
}
