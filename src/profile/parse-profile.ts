import { checkFields } from './check-fields.ts'
import {
  contentOf,
  emptyProfile,
  profileVersion,
  type FieldName,
  type Profile,
  type StoredProfile,
} from './profile.ts'
import { isPicture, isRecord } from './shape.ts'

export type ParsedProfile =
  | { kind: 'profile'; profile: StoredProfile; unreadable: readonly FieldName[] }
  /** Written by a version that may mean other things by the same names. */
  | { kind: 'newer' }
  | { kind: 'damaged' }

/** More than this is not ours: the longest profile that can be written is below 16 KB. */
export const maximumProfileBytes = 64 * 1024

/**
 * Reads what lies in S3, which anything with write access to the prefix may have put there. What
 * breaks the rules of the form is left out and named, so that a page never shows it.
 */
export function parseProfile(text: string): ParsedProfile {
  const json = parseJson(text)
  if (!isRecord(json)) return { kind: 'damaged' }
  const { version, revision, updatedAt, displayName, bio, links, picture, ...others } = json
  if (version !== profileVersion) {
    return { kind: typeof version === 'number' && version > profileVersion ? 'newer' : 'damaged' }
  }

  const written = {
    displayName: typeof displayName === 'string' ? displayName : '',
    bio: typeof bio === 'string' ? bio : '',
    links: Array.isArray(links) ? links.filter((link) => typeof link === 'string') : [],
  }
  const { fields, problems } = checkFields(written)
  const unreadable = new Set<FieldName>(problems.map((problem) => problem.field))
  if (typeof displayName !== 'string') unreadable.add('displayName')
  if (typeof bio !== 'string') unreadable.add('bio')
  if (!Array.isArray(links) || written.links.length !== links.length) unreadable.add('links')
  const pictureRef = isPicture(picture) ? { name: picture.name, type: picture.type } : undefined
  if (pictureRef === undefined && picture !== null) unreadable.add('picture')

  const profile: StoredProfile = {
    displayName: unreadable.has('displayName') ? emptyProfile.displayName : fields.displayName,
    bio: unreadable.has('bio') ? emptyProfile.bio : fields.bio,
    // Each link stands alone, so the sound ones stay.
    links: fields.links,
    picture: pictureRef,
    revision: typeof revision === 'string' ? revision : '',
    updatedAt: typeof updatedAt === 'string' ? updatedAt : '',
    others,
  }
  return { kind: 'profile', profile, unreadable: [...unreadable] }
}

export function serializeProfile(
  profile: Profile,
  { revision, updatedAt, others = {} }: Partial<StoredProfile> & Revision,
): string {
  const { picture, ...fields } = contentOf(profile)
  return JSON.stringify(
    {
      ...others,
      version: profileVersion,
      revision,
      updatedAt,
      ...fields,
      picture: picture ?? null,
    },
    null,
    2,
  )
}

interface Revision {
  revision: string
  updatedAt: string
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
