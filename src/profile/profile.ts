/** What people edit by typing. */
export interface ProfileFields {
  displayName: string
  bio: string
  /** Normalised `https:` addresses, in the order that their owner gave them. */
  links: readonly string[]
}

/** The picture lies beside profile.json, in an object of this name. */
export interface PictureRef {
  name: string
  type: PictureType
}

export interface Profile extends ProfileFields {
  picture: PictureRef | undefined
}

/** A profile as it lies in S3. */
export interface StoredProfile extends Profile {
  /** Random; tells a write whose answer was lost from a write by somebody else. */
  revision: string
  updatedAt: string
  /** Members that this version does not know, kept as they are when it saves. */
  others: Readonly<Record<string, unknown>>
}

export const pictureTypes = ['image/webp', 'image/jpeg', 'image/png'] as const
export type PictureType = (typeof pictureTypes)[number]

export const fieldNames = ['displayName', 'bio', 'links', 'picture'] as const
export type FieldName = (typeof fieldNames)[number]

export const profileVersion = 1

export const limits = {
  displayNameCharacters: 80,
  bioCharacters: 500,
  links: 8,
  linkCharacters: 300,
} as const

export const emptyProfile: Profile = { displayName: '', bio: '', links: [], picture: undefined }

/** As a person counts: one emoji of one code point is one, not two UTF-16 units. */
export function countCharacters(text: string): number {
  return Array.from(text).length
}

export function fieldsOf({ displayName, bio, links }: ProfileFields): ProfileFields {
  return { displayName, bio, links }
}

export function contentOf({ picture, ...fields }: Profile): Profile {
  return { ...fieldsOf(fields), picture }
}
