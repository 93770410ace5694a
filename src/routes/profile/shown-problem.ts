import type { AttributeProblem } from '../../auth/attributes/attribute-problem.ts'
import type { AttributeName } from '../../auth/attributes/editable-attributes.ts'
import type { RefusedAttribute } from '../../auth/attributes/update-attributes.ts'
import type { CheckedPicture } from '../../profile/picture/check-picture.ts'
import type { FieldProblem } from '../../profile/check-fields.ts'
import { limits } from '../../profile/profile.ts'
import {
  storageProblem,
  type StorageOperation,
  type StorageTrouble,
} from '../../storage/storage-errors.ts'
import type { ShownProblem } from '../../ui/problem-summary.tsx'
import { checkOfAttributeProblem, checkOfTrouble } from '../../ui/wording/trouble-checks.ts'
import { profileWords } from '#words/profile'
import { attributeProblemWords, troubleWords } from '#words/profile-problems'

export interface ProfileProblem extends ShownProblem {
  /** Undefined for what the page found itself, before anything was sent. */
  trouble?: StorageTrouble
}

/** @throws `error` itself when it is a fault in the app, for the route's boundary. */
export function shownStorageProblem(error: unknown, operation: StorageOperation): ProfileProblem {
  const { trouble, code, action } = storageProblem(error, operation, navigator.onLine)
  const words = troubleWords[trouble]
  const check = checkOfTrouble[trouble] ?? undefined
  return { trouble, name: code, check, ...(typeof words === 'function' ? words(action) : words) }
}

export function shownAttributeProblem(
  problem: AttributeProblem,
  operation: StorageOperation,
): ProfileProblem {
  if (problem.kind === 'common') return shownStorageProblem(problem.error, operation)
  const check = checkOfAttributeProblem[problem.kind] ?? undefined
  return { ...attributeProblemWords[problem.kind], name: problem.code, check }
}

export function shownRefusal({ name, reason, code }: RefusedAttribute): ProfileProblem {
  const { label } = profileWords.account.fields[name]
  const words = attributeProblemWords[reason](label, name)
  const check = checkOfAttributeProblem[reason] ?? undefined
  // A field that is left out is nowhere to go to.
  const field = reason === 'value' ? attributeId(name) : undefined
  return { ...words, name: code, field, check }
}

/** The id of an attribute's input. */
export function attributeId(name: AttributeName): string {
  return name.replace(':', '-')
}

/** The id of the input that a problem belongs to; `ProblemSummary` links to it. */
export function fieldId({ field, index = 0 }: Pick<FieldProblem, 'field' | 'index'>): string {
  return field === 'links' ? `link-${index}` : field
}

export function shownFieldProblem(problem: FieldProblem): ShownProblem {
  return { message: fieldMessage(problem), field: fieldId(problem) }
}

function fieldMessage({ field, fault, index }: FieldProblem): string {
  const { faults } = profileWords
  if (field === 'displayName' || field === 'bio') {
    const limit = field === 'bio' ? limits.bioCharacters : limits.displayNameCharacters
    return fault === 'tooLong' ? faults[field].tooLong(limit) : faults[field].controlCharacter
  }
  if (fault === 'tooMany') return faults.links.tooMany(limits.links)
  const message = fault === 'controlCharacter' ? faults.links.notAnAddress : faults.links[fault]
  if (index === undefined) return message
  // Two links can have the same fault.
  return `${profileWords.details.link(index + 1)}: ${message}`
}

export function shownPictureFault(
  checked: Extract<CheckedPicture, { fault: unknown }>,
): ShownProblem {
  const words = profileWords.pictureFaults
  switch (checked.fault) {
    case 'wrongKind':
      return { message: words.kinds[checked.kind], next: words.kindsNext }
    case 'tooManyPixels':
      return words.tooManyPixels(checked.dimensions.width, checked.dimensions.height)
    default:
      return words[checked.fault]
  }
}
