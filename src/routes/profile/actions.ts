import { data } from 'react-router-dom'
import { attributeProblem } from '../../auth/attributes/attribute-problem.ts'
import type { AttributeValues } from '../../auth/attributes/editable-attributes.ts'
import { updateAttributes, type AttributesUpdate } from '../../auth/attributes/update-attributes.ts'
import { checkFields } from '../../profile/check-fields.ts'
import type { Version } from '../../profile/editing.ts'
import type { ProfileFields } from '../../profile/profile.ts'
import { reading, writing } from '../../storage/storage-errors.ts'
import type { ShownProblem } from '../../ui/problem-summary.tsx'
import { saveProfile } from './profile-store.ts'
import {
  shownAttributeProblem,
  shownFieldProblem,
  shownStorageProblem,
  type ProfileProblem,
} from './shown-problem.ts'

export type Submission =
  | { intent: 'save-profile'; base: Version; form: ProfileFields }
  | { intent: 'save-attributes'; changes: AttributeValues; stored: AttributeValues }

export type SaveResult =
  | { kind: 'saved'; version: Version; submitted: ProfileFields }
  | { kind: 'conflict'; version: Version }
  | { kind: 'invalid'; problems: readonly ShownProblem[] }
  | { kind: 'failed'; problem: ProfileProblem }

export type AttributesResult =
  | ({ kind: 'done' } & AttributesUpdate)
  | { kind: 'failed'; problem: ProfileProblem }

/** What a person can act on is returned, and the form keeps what was typed. */
export async function submit(submission: Submission) {
  return submission.intent === 'save-profile' ? saveFields(submission) : saveAttributes(submission)
}

async function saveFields({ base, form }: { base: Version; form: ProfileFields }) {
  const { fields, problems } = checkFields(form)
  if (problems.length > 0) {
    return refused<SaveResult>({ kind: 'invalid', problems: problems.map(shownFieldProblem) })
  }
  try {
    const { kind, version } = await saveProfile(base, { ...fields, picture: base.profile.picture })
    if (kind === 'conflict') return data<SaveResult>({ kind, version }, { status: 409 })
    return data<SaveResult>({ kind, version, submitted: form })
  } catch (error) {
    return refused<SaveResult>({ kind: 'failed', problem: shownStorageProblem(error, writing) })
  }
}

type AttributesSubmission = Extract<Submission, { intent: 'save-attributes' }>

async function saveAttributes({ changes, stored }: AttributesSubmission) {
  try {
    const update = await updateAttributes(changes, stored)
    const status = update.refused.length > 0 ? 400 : 200
    return data<AttributesResult>({ kind: 'done', ...update }, { status })
  } catch (error) {
    const problem = shownAttributeProblem(attributeProblem(error), reading)
    return refused<AttributesResult>({ kind: 'failed', problem })
  }
}

function refused<Result>(result: Result) {
  return data(result, { status: 400 })
}
