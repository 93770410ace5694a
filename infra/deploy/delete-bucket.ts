import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
} from '@aws-sdk/client-s3'
import { DeployProblem } from './problem.ts'
import type { Session } from './session.ts'

/**
 * Deletes a bucket with all that is in it, old versions and deletion marks included. Interrupted, it is
 * done again from where it is.
 *
 * @throws DeployProblem for objects that S3 does not let go of.
 */
export async function deleteBucket(session: Session, Bucket: string): Promise<void> {
  const { aws, terminal, signal } = session
  try {
    let deleted = 0
    // From the beginning each time: what was listed is gone, and what is put meanwhile is seen.
    for (;;) {
      const versions = await listVersions(session, Bucket)
      if (versions.length === 0) break
      await deleteVersions(session, Bucket, versions)
      deleted += versions.length
      terminal.show(`  ${deleted} versions of objects deleted`)
    }
    await aws.s3.send(new DeleteBucketCommand({ Bucket }), { abortSignal: signal })
    terminal.show('')
    terminal.say(`  Bucket ${Bucket} deleted, with ${deleted} versions of objects`)
  } catch (error) {
    // An earlier run got this far.
    if (error instanceof Error && error.name === 'NoSuchBucket') return
    throw error
  }
}

/** A thousand at most, which is as many as one request deletes. */
async function listVersions({ aws, signal }: Session, Bucket: string): Promise<ObjectIdentifier[]> {
  const { Versions = [], DeleteMarkers = [] } = await aws.s3.send(
    new ListObjectVersionsCommand({ Bucket }),
    { abortSignal: signal },
  )
  return [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }))
}

async function deleteVersions(
  { aws, signal }: Session,
  Bucket: string,
  Objects: ObjectIdentifier[],
): Promise<void> {
  const { Errors = [] } = await aws.s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
    { abortSignal: signal },
  )
  const [first] = Errors
  if (first === undefined) return
  throw new DeployProblem(
    `S3 does not delete ${first.Key ?? ''} in the bucket ${Bucket}: ${first.Message ?? first.Code ?? ''}`,
    'Look at the rights of the credentials (s3:DeleteObjectVersion) and at locks on objects, then run the same command again.',
  )
}
