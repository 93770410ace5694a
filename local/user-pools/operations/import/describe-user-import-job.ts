import type { DescribeUserImportJobRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { describeJob, requireJob } from '../../import/jobs.ts'
import type { With } from '../../operation.ts'

type Input = With<DescribeUserImportJobRequest, 'UserPoolId' | 'JobId'>

/**
 * DescribeUserImportJob: how far an import is, or how it ended.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserImportJob.html
 */
export function describeUserImportJob(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  return Promise.resolve({ UserImportJob: describeJob(requireJob(ctx, pool, input.JobId)) })
}
