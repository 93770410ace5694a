import type { Version } from '../../profile/editing.ts'
import { changedFields } from '../../profile/merge.ts'
import { maximumProfileBytes, parseProfile, serializeProfile } from '../../profile/parse-profile.ts'
import { emptyProfile, type FieldName, type Profile } from '../../profile/profile.ts'
import { hasObject, readObject } from '../../storage/read-object.ts'
import { writing, storageProblem } from '../../storage/storage-errors.ts'
import { writeObject } from '../../storage/write-object.ts'
import { withFreshCredentials } from './fresh-credentials.ts'

/** `users/<identityId>/profile.json` */
const profileObject = 'profile.json'

export interface Reading {
  kind: 'profile' | 'none' | 'damaged' | 'newer'
  version: Version
  unreadable: readonly FieldName[]
  revision: string
  updatedAt: string
}

export type Saving = { kind: 'saved' | 'conflict'; version: Version }

/** @param isSeen whether one was there before; else a listing tells first whether there is one. */
export async function readProfile(isSeen = false): Promise<Reading> {
  const object = await withFreshCredentials(async () => {
    const isThere = isSeen || (await hasObject(profileObject)) !== false
    return isThere ? readObject(profileObject, maximumProfileBytes) : undefined
  })
  const nothing = { unreadable: [], revision: '', updatedAt: '' }
  if (object === undefined) {
    return { kind: 'none', version: { profile: emptyProfile, etag: undefined }, ...nothing }
  }
  const { etag } = object
  const parsed = parseProfile(await object.blob.text())
  if (parsed.kind !== 'profile') {
    return { kind: parsed.kind, version: { profile: emptyProfile, etag }, ...nothing }
  }
  const { others, revision, updatedAt, displayName, bio, links, picture } = parsed.profile
  const profile = { displayName, bio, links, picture }
  return {
    kind: 'profile',
    version: { profile, etag, others },
    unreadable: parsed.unreadable,
    revision,
    updatedAt,
  }
}

/**
 * Writes `profile` in place of `base`, and only in its place.
 *
 * @returns `conflict` with what lies there instead, when somebody else was first.
 */
export async function saveProfile(base: Version, profile: Profile): Promise<Saving> {
  const revision = crypto.randomUUID()
  const body = serializeProfile(profile, {
    revision,
    updatedAt: new Date().toISOString(),
    ...(base.others && { others: base.others }),
  })
  try {
    const etag = await withFreshCredentials(() =>
      writeObject({
        name: profileObject,
        body,
        contentType: 'application/json',
        replaces: base.etag,
      }),
    )
    return { kind: 'saved', version: { profile, etag, others: base.others ?? {} } }
  } catch (error) {
    if (storageProblem(error, writing, true).trouble !== 'conflict') throw error
    const current = await readProfile(true)
    // An earlier try of this very write got through, and only its answer was lost.
    const isOurs = current.revision === revision
    return {
      kind: isOurs || isAlready(current, profile) ? 'saved' : 'conflict',
      version: current.version,
    }
  }
}

/** What was to be written lies there: whoever was first wrote the same. */
function isAlready({ kind, unreadable, version }: Reading, wanted: Profile): boolean {
  const isWhole = kind === 'profile' && unreadable.length === 0
  return isWhole && changedFields(version.profile, wanted).length === 0
}

/**
 * Changes the picture alone. Somebody else's change to the texts is no reason to refuse: it is read
 * and kept. Only a change of the picture itself is a conflict.
 */
export async function savePicture(base: Version, picture: Profile['picture']): Promise<Saving> {
  let from = base
  for (let attempt = 1; ; attempt += 1) {
    const saving = await saveProfile(from, { ...from.profile, picture })
    if (saving.kind === 'saved' || attempt === attempts) return saving
    const { version } = saving
    // Removed there and here.
    const isDone = changedFields(version.profile, { ...version.profile, picture }).length === 0
    if (isDone) return { kind: 'saved', version }
    const isTouched = changedFields(base.profile, version.profile).includes('picture')
    if (isTouched) return saving
    from = saving.version
  }
}

const attempts = 4
