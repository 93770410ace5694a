import { checkFields } from './check-fields.ts'
import { emptyProfile, limits, type Profile } from './profile.ts'

/** What to begin with: nothing of it is stored before it is saved. */
export function firstProfile(name: string): Profile {
  const fitting = Array.from(name).slice(0, limits.displayNameCharacters).join('')
  const { fields, problems } = checkFields({ ...emptyProfile, displayName: fitting })
  return problems.length === 0 ? { ...emptyProfile, ...fields } : emptyProfile
}
