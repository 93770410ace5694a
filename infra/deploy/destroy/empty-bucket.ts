import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
} from '@aws-sdk/client-s3'
import { objectProblem } from '../aws/object-problem.ts'
import type { Session } from '../aws/session.ts'

/**
 * Deletes all that is in a bucket, old versions and deletion marks included.
 *
 * @returns how many versions there were.
 * @throws DeployProblem for objects that S3 does not let go of.
 */
export async function emptyBucket(session: Session, Bucket: string): Promise<number> {
  let deleted = 0
  // From the beginning each time: what was listed is gone, and what is put meanwhile is seen.
  for (;;) {
    const versions = await listVersions(session, Bucket)
    if (versions.length === 0) break
    await deleteVersions(session, Bucket, versions)
    deleted += versions.length
    session.terminal.show(`  ${deleted} versions of objects deleted`)
  }
  session.terminal.show('')
  return deleted
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
  if (Errors[0]) throw objectProblem(Bucket, Errors[0], 's3:DeleteObjectVersion')
}
