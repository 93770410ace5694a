import type { Tag } from '../model.ts'
import type { OperationContext } from '../operation.ts'
import { parseTagging } from './tags.ts'

/**
 * The tags that an object is written with, the right to tag it checked.
 *
 * @returns undefined without the header.
 * @throws InvalidArgument, InvalidTag, BadRequest, AccessDenied
 */
export function readRequestTags(context: OperationContext): readonly Tag[] | undefined {
  const { request, rights, bucket, key } = context
  const header = request.header('x-amz-tagging')
  if (header === undefined) return undefined
  const tags = parseTagging(header)
  rights.check('s3:PutObjectTagging', bucket, key, { tags })
  return tags
}
