import { storageWords as words } from '#doctor-words/storage'
import type { DoctorStorage } from '../ports.ts'
import { createCheck, notApplicable, ok, wrong, type Told } from '../result.ts'

const key = 'doctor'

/** As long as three tokens of somebody in many groups: a store that is nearly full takes a word. */
const tokensLength = 12_288

/** Whether both storages take, keep and give back a value: tokens live in one or the other. */
export const storage = createCheck('storage', ({ storages }) => {
  if (!storages) return Promise.resolve(notApplicable(words.none))
  const told = findFault('session', storages.session) ?? findFault('local', storages.local)
  return Promise.resolve(told ? wrong(told) : ok(words.ok))
})

function findFault(place: 'session' | 'local', store: DoctorStorage): Told | undefined {
  const value = 'x'.repeat(tokensLength)
  try {
    store.setItem(key, value)
    const read = store.getItem(key)
    store.removeItem(key)
    return read === value ? undefined : words.forgetful(place)
  } catch (error) {
    const name = error instanceof Error ? error.name : String(error)
    // Firefox had a name of its own for it up to version 146.
    return /quota/i.test(name) ? words.full(place, name) : words.blocked(place, name)
  }
}
