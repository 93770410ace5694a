import { remove } from 'aws-amplify/storage'
import { objectPath } from './object-path.ts'

/** Removing what is not there succeeds, as it does in S3. */
export async function removeObject(name: string): Promise<void> {
  await remove({ path: objectPath(name) })
}
