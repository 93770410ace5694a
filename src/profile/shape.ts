import { pictureTypes, type Profile, type ProfileFields } from './profile.ts'

/** A name of ours and nothing else: what stands in `picture` becomes part of an object key. */
const pictureName = /^picture-[A-Za-z0-9_-]{16,64}\.(webp|jpg|png)$/

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isFields(value: unknown): value is ProfileFields {
  return (
    isRecord(value) &&
    typeof value['displayName'] === 'string' &&
    typeof value['bio'] === 'string' &&
    Array.isArray(value['links']) &&
    value['links'].every((link) => typeof link === 'string')
  )
}

export function isPicture(value: unknown): value is NonNullable<Profile['picture']> {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    pictureName.test(value['name']) &&
    pictureTypes.some((type) => type === value['type'])
  )
}

export function isProfile(value: unknown): value is Profile {
  return (
    isRecord(value) &&
    isFields(value) &&
    (value['picture'] === undefined || isPicture(value['picture']))
  )
}
