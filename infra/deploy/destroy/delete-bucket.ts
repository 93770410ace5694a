import { DeleteBucketCommand } from '@aws-sdk/client-s3'
import { emptyBucket } from './empty-bucket.ts'
import type { Session } from '../aws/session.ts'

/**
 * Deletes a bucket with all that is in it. Interrupted, it is done again from where it is.
 *
 * @throws DeployProblem for objects that S3 does not let go of.
 */
export async function deleteBucket(session: Session, Bucket: string): Promise<void> {
  const { aws, terminal, signal } = session
  try {
    const deleted = await emptyBucket(session, Bucket)
    await aws.s3.send(new DeleteBucketCommand({ Bucket }), { abortSignal: signal })
    terminal.say(`  Bucket ${Bucket} deleted, with ${deleted} versions of objects`)
  } catch (error) {
    // An earlier run got this far.
    if (error instanceof Error && error.name === 'NoSuchBucket') return
    throw error
  }
}
