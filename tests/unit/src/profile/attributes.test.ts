import { expect, test } from 'vitest'
import {
  attributesReducer,
  changesOf,
  type AttributesEditing,
  type AttributesEvent,
} from '../../../../src/profile/attributes.ts'
import { keepAttributesDraft, resumeAttributes } from '../../../../src/profile/attributes-draft.ts'

const stored = { name: 'Ada', company: '' }

function after(...events: AttributesEvent[]): AttributesEditing {
  return events.reduce(attributesReducer, { stored, typed: stored })
}

function createSlot() {
  let kept: string | undefined
  return {
    get: () => kept,
    set: (text: string) => void (kept = text),
    remove: () => void (kept = undefined),
  }
}

test('only what somebody changed is written, without the spaces around it', () => {
  expect(changesOf(after({ type: 'typed', name: 'company', value: ' Engines ' }))).toEqual({
    company: 'Engines',
  })
  expect(changesOf(after({ type: 'typed', name: 'name', value: ' Ada ' }))).toEqual({})
  expect(changesOf(after({ type: 'typed', name: 'name', value: '' }))).toEqual({ name: '' })
})

test('what was typed since the form was sent stays typed', () => {
  const editing = after(
    { type: 'typed', name: 'name', value: 'Ada Lovelace' },
    { type: 'typed', name: 'company', value: ' Engines ' },
    { type: 'saved', values: { name: 'Ada L.', company: 'Engines' } },
  )

  expect(editing).toEqual({
    stored: { name: 'Ada L.', company: 'Engines' },
    typed: { name: 'Ada Lovelace', company: 'Engines' },
  })
})

test('what the pool does not keep is no change any more, and discarding takes back the rest', () => {
  const typed = [
    { type: 'typed', name: 'name', value: 'Ada Lovelace' },
    { type: 'typed', name: 'company', value: 'Engines' },
  ] as const

  expect(changesOf(after(...typed, { type: 'leftOut', names: ['company'] }))).toEqual({
    name: 'Ada Lovelace',
  })
  expect(after(...typed, { type: 'discarded' })).toEqual({ stored, typed: stored })
})

test('a draft comes back to its owner alone', () => {
  const slot = createSlot()
  keepAttributesDraft(slot, 'ada', after({ type: 'typed', name: 'name', value: 'Ada Lovelace' }))

  expect(resumeAttributes(slot, 'grace', stored).editing.typed).toEqual(stored)
  expect(resumeAttributes(slot, 'ada', stored)).toEqual({
    editing: { stored, typed: { name: 'Ada Lovelace', company: '' } },
    isResumed: true,
    changedElsewhere: [],
  })
})

test('a draft over what was changed elsewhere says so, and one that is stored by now is none', () => {
  const slot = createSlot()
  keepAttributesDraft(slot, 'ada', after({ type: 'typed', name: 'name', value: 'Ada Lovelace' }))

  expect(resumeAttributes(slot, 'ada', { ...stored, name: 'A. Byron' })).toMatchObject({
    isResumed: true,
    changedElsewhere: ['name'],
  })
  expect(resumeAttributes(slot, 'ada', { ...stored, name: 'Ada Lovelace' })).toMatchObject({
    isResumed: false,
    changedElsewhere: [],
  })
})

test.each(['', 'null', '{"owner":"ada"}', '{"owner":"ada","stored":{"name":1},"changes":{}}', '{'])(
  'what stands in the slot and is no such draft is passed over: %j',
  (text) => {
    const slot = { ...createSlot(), get: () => text }

    expect(resumeAttributes(slot, 'ada', stored).editing).toEqual({ stored, typed: stored })
  },
)

test('without changes no draft is left, and a full storage costs nothing that is typed', () => {
  const slot = createSlot()
  slot.set('older')
  const full = {
    ...slot,
    set: () => {
      throw new Error('QuotaExceededError')
    },
  }

  keepAttributesDraft(full, 'ada', after({ type: 'typed', name: 'name', value: 'Ada L.' }))
  expect(slot.get()).toBe('older')
  keepAttributesDraft(slot, 'ada', after())
  expect(slot.get()).toBeUndefined()
})
