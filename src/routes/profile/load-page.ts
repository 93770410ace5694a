import { readAttributes, readOwner, type Owner } from '../../auth/attributes/attributes.ts'
import { readIntroduction, type Introduction } from '../../auth/attributes/introduction.ts'
import { findMissingPlaces } from '../../auth/attributes/profile-place.ts'
import { isEndedBySignOut } from '../../auth/pacing/reads-of-session.ts'
import { firstProfile } from '../../profile/first-profile.ts'
import { reading } from '../../storage/storage-errors.ts'
import { seenProfile } from './tab-keeps.ts'
import { readProfile, type Reading } from './profile-store.ts'
import { shownStorageProblem, type ProfileProblem } from './shown-problem.ts'

export type Loaded<Value> = { value: Value; problem?: never } | { problem: ProfileProblem }

export interface Opened extends Reading {
  owner: Owner
  /** Of somebody who has no profile yet. */
  introduction?: Introduction
}

/** Two services, asked side by side: what one of them cannot give keeps nothing from the other. */
export function loadPage() {
  const missing = loaded(findMissingPlaces)
  return { missing, profile: loaded(open), attributes: loaded(readAttributes) }
}

async function open(): Promise<Opened> {
  if ((await findMissingPlaces()).length > 0) throw noPlace()
  const owner = await readOwner()
  const read = await readProfile(seenProfile.get() === owner.sub)
  if (read.kind !== 'none') {
    seenProfile.set(owner.sub)
    return { owner, ...read }
  }
  seenProfile.remove()
  const introduction = await readIntroduction()
  const version = { ...read.version, profile: firstProfile(introduction.name) }
  return { owner, ...read, version, introduction }
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
    if (isEndedBySignOut(error)) return stayAsYouAre()
    return { problem: shownStorageProblem(error, reading) }
  }
}

/** The page is about to be left, and has nothing more to say. */
function stayAsYouAre(): Promise<never> {
  return new Promise(() => undefined)
}
