import { emptyBucket } from '../destroy/empty-bucket.ts'
import type { Session } from '../aws/session.ts'
import type { Site } from './site-of.ts'

/** Deletes the built app from its bucket, which CloudFormation would refuse to delete otherwise. */
export async function emptySite(session: Session, { bucket, url }: Site): Promise<void> {
  try {
    const deleted = await emptyBucket(session, bucket)
    session.terminal.say(`  Site ${url} taken down: ${deleted} files deleted from ${bucket}`)
  } catch (error) {
    // Somebody has deleted it by hand.
    if (error instanceof Error && error.name === 'NoSuchBucket') return
    throw error
  }
}
