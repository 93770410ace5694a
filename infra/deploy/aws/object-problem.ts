import type { _Error } from '@aws-sdk/client-s3'
import { DeployProblem } from '../problem.ts'

/** Of a request that deletes many, what S3 says about one. */
export function objectProblem(
  bucket: string,
  { Key = '', Message, Code = '' }: _Error,
  right: string,
): DeployProblem {
  return new DeployProblem(
    `S3 does not delete ${Key} in the bucket ${bucket}: ${Message ?? Code}`,
    `Look at the rights of the credentials (${right}) and at locks on objects, then run the same command again.`,
  )
}
