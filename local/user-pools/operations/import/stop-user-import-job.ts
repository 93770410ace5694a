import type { StopUserImportJobRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { describeJob, isActive, jobKey, requireJob, saveJob } from '../../import/jobs.ts'
import type { With } from '../../operation.ts'

type Input = With<StopUserImportJobRequest, 'UserPoolId' | 'JobId'>

/**
 * StopUserImportJob: nobody else comes in, and the job cannot be started again. Who is in stays.
 *
 * @throws ResourceNotFoundException, PreconditionNotMetException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StopUserImportJob.html
 */
export function stopUserImportJob(input: Input, ctx: OperationContext): Promise<object> {
  const job = requireJob(ctx, requirePool(ctx, input.UserPoolId), input.JobId)
  if (!isActive(job)) {
    throw new UserPoolError(
      'PreconditionNotMetException',
      `Import job ${job.id} is ${job.status}, and not in progress.`,
    )
  }
  const stopped = saveJob(ctx.store, {
    ...job,
    status: 'Stopped',
    completedAtMs: ctx.clock.now(),
    message: 'The Import Job was stopped by the developer.',
  })
  ctx.imports.discard(jobKey(stopped))
  return Promise.resolve({ UserImportJob: describeJob(stopped) })
}
