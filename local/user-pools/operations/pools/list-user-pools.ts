import type { ListUserPoolsRequest } from '@aws-sdk/client-cognito-identity-provider'
import { parseBase64, toBase64Url } from '../../../core/encoding/base64.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { describeTriggers, timesOf } from '../../pools/describe-user-pool.ts'

type Input = With<ListUserPoolsRequest, 'MaxResults'>

/**
 * ListUserPools: the account's user pools, a page at a time.
 *
 * @returns `NextToken` only when there are more.
 * @throws InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html
 * Differs from AWS: the template's pools have no dates, since it has none.
 */
export function listUserPools(input: Input, ctx: OperationContext): Promise<object> {
  const { MaxResults, NextToken } = input
  const pools = ctx.pools()
  const start = NextToken === undefined ? 0 : afterToken(NextToken, pools)
  const page = pools.slice(start, start + MaxResults)
  const last = page.at(-1)
  const isMore = start + page.length < pools.length
  return Promise.resolve({
    UserPools: page.map((pool) => ({
      Id: pool.id,
      Name: pool.name,
      LambdaConfig: describeTriggers(pool),
      ...timesOf(ctx.createdPools.findPool(pool.id)),
    })),
    ...(isMore && last && { NextToken: toBase64Url(new TextEncoder().encode(last.id)) }),
  })
}

/** Opaque to the client: the pool that the page before ended with. */
function afterToken(token: string, pools: readonly { id: string }[]): number {
  const bytes = parseBase64(token)
  const id = bytes && new TextDecoder().decode(bytes)
  const index = pools.findIndex((pool) => pool.id === id)
  if (index === -1) throw invalidParameter('Invalid pagination token.')
  return index + 1
}
