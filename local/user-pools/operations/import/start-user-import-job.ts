import type { StartUserImportJobRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { activeJobs, describeJob, jobKey, requireJob, saveJob } from '../../import/jobs.ts'
import { startImport } from '../../import/run-import.ts'
import type { With } from '../../operation.ts'

type Input = With<StartUserImportJobRequest, 'UserPoolId' | 'JobId'>

/**
 * StartUserImportJob: has people come in whose file was put where the job says. The answer does not wait
 * for them: DescribeUserImportJob tells how far they are.
 *
 * @throws ResourceNotFoundException, PreconditionNotMetException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartUserImportJob.html
 */
export function startUserImportJob(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  const job = requireJob(ctx, pool, input.JobId)
  if (job.status !== 'Created') throw notMet(`Import job ${job.id} is ${job.status} already.`)
  if (pool.autoVerifiedAttributes.length === 0) {
    throw notMet('The user pool has no auto verified attributes.')
  }
  const [active] = activeJobs(ctx.store)
  if (active) throw notMet(`Import job ${active.id} is active: one can be at a time.`)
  // As reported of AWS: https://github.com/aws-amplify/amplify-js/issues/6416
  if (!ctx.imports.files.read(jobKey(job))) throw notMet(`No csv file was uploaded for ${job.id}`)

  const started = saveJob(ctx.store, {
    ...job,
    status: 'Pending',
    startedAtMs: ctx.clock.now(),
  })
  startImport(ctx, started)
  return Promise.resolve({ UserImportJob: describeJob(started) })
}

function notMet(message: string): UserPoolError {
  return new UserPoolError('PreconditionNotMetException', message)
}
