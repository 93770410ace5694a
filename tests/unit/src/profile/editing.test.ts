import { expect, test } from 'vitest'
import {
  editingReducer,
  isDirty,
  mergeWithElsewhere,
  startEditing,
  type EditingEvent,
  type Version,
} from '../../../../src/profile/editing.ts'
import type { Profile } from '../../../../src/profile/profile.ts'

const ada: Profile = { displayName: 'Ada', bio: 'Analyst', links: [], picture: undefined }
const picture = { name: 'picture-0123456789abcdef.webp', type: 'image/webp' } as const
const first: Version = { profile: ada, etag: '"1"' }

function version(change: Partial<Profile>, etag = '"2"'): Version {
  return { profile: { ...ada, ...change }, etag }
}

function after(...events: EditingEvent[]) {
  return events.reduce(editingReducer, startEditing(first))
}

const typedBio: EditingEvent = { type: 'typed', fields: { bio: 'Poet' } }

test('a form is changed by typing and unchanged again by typing back', () => {
  expect(isDirty(after(typedBio))).toBe(true)
  expect(isDirty(after(typedBio, { type: 'typed', fields: { bio: 'Analyst' } }))).toBe(false)
})

test('an empty row for a link is no change', () => {
  expect(isDirty(after({ type: 'typed', fields: { links: ['', ' '] } }))).toBe(false)
})

test('a newer version replaces an untouched form', () => {
  const editing = after({ type: 'changedElsewhere', version: version({ bio: 'Countess' }) })

  expect(editing).toEqual(startEditing(version({ bio: 'Countess' })))
})

test('a newer version never replaces what was typed; the person is asked', () => {
  const editing = after(typedBio, {
    type: 'changedElsewhere',
    version: version({ bio: 'Countess', displayName: 'Ada King' }),
  })

  expect(editing.form.bio).toBe('Poet')
  expect(editing.elsewhere).toEqual(version({ bio: 'Countess', displayName: 'Ada King' }))
  expect(mergeWithElsewhere(editing)).toMatchObject({
    clashes: ['bio'],
    theirs: ['displayName', 'bio'],
  })
})

test('a newer version that says what is typed here is no conflict, whatever else it changed', () => {
  const theirs = version({ bio: 'Poet', displayName: 'Ada King' })

  expect(after(typedBio, { type: 'changedElsewhere', version: theirs })).toEqual(
    startEditing(theirs),
  )
})

test('two sides are equal as they would be stored: spaces around and empty rows do not count', () => {
  const theirs = version({ bio: 'Poet', links: ['https://ada.example/'] })
  const typed: EditingEvent = {
    type: 'typed',
    fields: { bio: ' Poet\n', links: ['', 'ada.example'] },
  }

  expect(after(typed, { type: 'changedElsewhere', version: theirs })).toEqual(startEditing(theirs))
})

test('keeping mine keeps their changes to what I did not touch', () => {
  const theirs = version({ bio: 'Countess', displayName: 'Ada King' })
  const editing = after(
    typedBio,
    { type: 'changedElsewhere', version: theirs },
    { type: 'keptMine' },
  )

  expect(editing).toEqual({
    base: theirs,
    form: { displayName: 'Ada King', bio: 'Poet', links: [] },
    elsewhere: undefined,
  })
})

test('taking theirs starts anew from theirs', () => {
  const theirs = version({ bio: 'Countess' })
  const editing = after(
    typedBio,
    { type: 'changedElsewhere', version: theirs },
    { type: 'tookTheirs' },
  )

  expect(editing).toEqual(startEditing(theirs))
})

test('the version that the form started from is no news', () => {
  expect(after(typedBio, { type: 'changedElsewhere', version: first }).elsewhere).toBeUndefined()
})

test('what was typed while a save was under way stays', () => {
  const sent = { displayName: ' Ada ', bio: 'Poet', links: [] }
  const editing = after(
    { type: 'typed', fields: sent },
    { type: 'typed', fields: { bio: 'Poet, and more' } },
    { type: 'saved', submitted: sent, version: version({ bio: 'Poet' }) },
  )

  expect(editing.form).toEqual({ displayName: 'Ada', bio: 'Poet, and more', links: [] })
  expect(editing.elsewhere).toBeUndefined()
  expect(isDirty(editing)).toBe(true)
})

test('a saved picture leaves unsaved texts as they are', () => {
  const editing = after(typedBio, { type: 'savedPicture', version: version({ picture }) })

  expect(editing.base).toEqual(version({ picture }))
  expect(editing.form.bio).toBe('Poet')
  expect(isDirty(editing)).toBe(true)
})

test('a saved picture that met a change to the same text asks, rather than hiding it', () => {
  const met = version({ picture, bio: 'Countess' })
  const editing = after(typedBio, { type: 'savedPicture', version: met })

  expect(editing.elsewhere).toEqual(met)
  expect(editing.base).toEqual(first)
})

test('a saved picture that met a change to another text takes it in', () => {
  const met = version({ picture, displayName: 'Ada King' })
  const editing = after(typedBio, { type: 'savedPicture', version: met })

  expect(editing.form).toEqual({ displayName: 'Ada King', bio: 'Poet', links: [] })
  expect(editing.elsewhere).toBeUndefined()
})

test('discarding goes back to what is stored', () => {
  expect(after(typedBio, { type: 'discarded' })).toEqual(startEditing(first))
})
