import { renewCredentials } from '../../auth/configure-amplify.ts'
import { reading, storageProblem } from '../../storage/storage-errors.ts'

/**
 * Amplify keeps temporary credentials for 50 minutes whatever S3 says of them, so that a call which
 * meets expired ones would fail until then. They are dropped once, and the call
 * is made again.
 */
export async function withFreshCredentials<Result>(
  operation: () => Promise<Result>,
): Promise<Result> {
  try {
    return await operation()
  } catch (error) {
    if (storageProblem(error, reading, true).trouble !== 'expired') throw error
    renewCredentials()
    return operation()
  }
}
