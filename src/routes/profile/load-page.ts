import { readAttributes, readOwner, type Owner } from '../../auth/attributes/attributes.ts'
import { findMissingPlaces } from '../../auth/attributes/profile-place.ts'
import { reading } from '../../storage/storage-errors.ts'
import { readProfile, type Reading } from './profile-store.ts'
import { shownStorageProblem, type ProfileProblem } from './shown-problem.ts'

export type Loaded<Value> = { value: Value; problem?: never } | { problem: ProfileProblem }

export interface Opened extends Reading {
  owner: Owner
}

/** Two services, asked side by side: what one of them cannot give keeps nothing from the other. */
export function loadPage() {
  const missing = loaded(findMissingPlaces)
  return { missing, profile: loaded(open), attributes: loaded(readAttributes) }
}

async function open(): Promise<Opened> {
  if ((await findMissingPlaces()).length > 0) throw noPlace()
  const owner = await readOwner()
  return { owner, ...(await readProfile()) }
}

/** As Amplify names it when a key needs an identity and there is no identity pool to give one. */
function noPlace(): Error {
  return Object.assign(new Error('No identity pool or no bucket is configured'), {
    name: 'NoIdentityId',
  })
}

async function loaded<Value>(read: () => Promise<Value>): Promise<Loaded<Value>> {
  try {
    return { value: await read() }
  } catch (error) {
    return { problem: shownStorageProblem(error, reading) }
  }
}
