import { DeleteObjectsCommand } from '@aws-sdk/client-s3'
import { objectProblem } from '../aws/object-problem.ts'
import type { Session } from '../aws/session.ts'

/** As many as one request deletes. */
const mostKeys = 1000

/** @throws DeployProblem for an object that S3 does not let go of. */
export async function removeObjects(
  { aws, signal }: Session,
  Bucket: string,
  keys: readonly string[],
): Promise<void> {
  for (let start = 0; start < keys.length; start += mostKeys) {
    const Objects = keys.slice(start, start + mostKeys).map((Key) => ({ Key }))
    const { Errors = [] } = await aws.s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
      { abortSignal: signal },
    )
    if (Errors[0]) throw objectProblem(Bucket, Errors[0], 's3:DeleteObject')
  }
}
