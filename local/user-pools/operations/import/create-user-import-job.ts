import type { CreateUserImportJobRequest } from '@aws-sdk/client-cognito-identity-provider'
import { randomFrom } from '../../../core/ports/random.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import { describeJob, jobKey, jobsOf, saveJob } from '../../import/jobs.ts'
import type { With } from '../../operation.ts'

type Input = With<CreateUserImportJobRequest, 'UserPoolId' | 'JobName' | 'CloudWatchLogsRoleArn'>

const idAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * CreateUserImportJob: where to put a file of people, and how their passwords are hashed in it, if
 * they are in it.
 *
 * @returns `PreSignedUrl` is good for a quarter of an hour, for a PUT with
 *   `x-amz-server-side-encryption: aws:kms`.
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserImportJob.html
 */
export async function createUserImportJob(input: Input, ctx: OperationContext): Promise<object> {
  const { id: poolId } = requirePool(ctx, input.UserPoolId)
  const id = `import-${randomFrom(ctx.random, idAlphabet, 10)}`
  const uploadUrl = await ctx.imports.files.uploadUrl(jobKey({ poolId, id }))

  const pool = requirePool(ctx, poolId)
  const job = saveJob(ctx.store, {
    poolId,
    id,
    number: (jobsOf(ctx, pool)[0]?.number ?? 0) + 1,
    name: input.JobName,
    roleArn: input.CloudWatchLogsRoleArn,
    ...(input.PasswordHashingAlgorithm && { algorithm: input.PasswordHashingAlgorithm }),
    uploadUrl,
    status: 'Created',
    createdAtMs: ctx.clock.now(),
    imported: 0,
    skipped: 0,
    failed: 0,
    line: 0,
  })
  return { UserImportJob: describeJob(job) }
}
