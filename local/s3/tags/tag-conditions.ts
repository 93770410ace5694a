import type { RequestContext } from '../../iam/context.ts'
import type { Tag } from '../model.ts'

/** The actions whose policies may ask for the tags that an object has. */
const ofExisting = new Set(
  ['GetObject', 'PutObject', 'DeleteObject'].flatMap((name) => [
    `s3:${name}Tagging`,
    `s3:${name}VersionTagging`,
  ]),
)
for (const name of ['GetObject', 'GetObjectVersion']) {
  ofExisting.add(`s3:${name}`).add(`s3:${name}Attributes`)
}

/**
 * Condition keys of the tags that an object has, for the actions that know them.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html
 */
export function existingTagKeys(action: string, find: () => readonly Tag[]): RequestContext {
  if (!ofExisting.has(action)) return {}
  return Object.fromEntries(
    find().map(({ key, value }) => [`s3:ExistingObjectTag/${key}`, value] as const),
  )
}

/** Condition keys of the tags that a request brings. */
export function requestTagKeys(tags: readonly Tag[]): RequestContext {
  const values = tags.map(({ key, value }) => [`s3:RequestObjectTag/${key}`, value] as const)
  return {
    ...Object.fromEntries(values),
    's3:RequestObjectTagKeys': tags.map(({ key }) => key),
  }
}
