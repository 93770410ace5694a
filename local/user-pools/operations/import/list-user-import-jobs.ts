import type { ListUserImportJobsRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import { describeJob, jobsOf, type ImportJob } from '../../import/jobs.ts'
import type { With } from '../../operation.ts'

type Input = With<ListUserImportJobsRequest, 'UserPoolId' | 'MaxResults'>

/**
 * ListUserImportJobs: the imports of a pool, newest first, a page at a time.
 *
 * @returns `PaginationToken` only when there are more.
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserImportJobs.html
 */
export function listUserImportJobs(input: Input, ctx: OperationContext): Promise<object> {
  const jobs = jobsOf(ctx, requirePool(ctx, input.UserPoolId))
  const from = input.PaginationToken === undefined ? 0 : startOf(jobs, input.PaginationToken)
  const page = jobs.slice(from, from + input.MaxResults)
  const last = page.at(-1)
  const hasMore = from + page.length < jobs.length
  return Promise.resolve({
    UserImportJobs: page.map(describeJob),
    ...(last && hasMore && { PaginationToken: tokenAfter(last) }),
  })
}

/** In the form of AWS's own example. */
function tokenAfter({ poolId, id, createdAtMs }: ImportJob): string {
  return `${poolId}#${id}#${createdAtMs}`
}

function startOf(jobs: readonly ImportJob[], token: string): number {
  const index = jobs.findIndex((job) => tokenAfter(job) === token)
  if (index === -1) throw invalidParameter('Invalid pagination token.')
  return index + 1
}
