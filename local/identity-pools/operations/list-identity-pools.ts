import type {
  ListIdentityPoolsInput,
  ListIdentityPoolsResponse,
} from '@aws-sdk/client-cognito-identity'
import { parseBase64, toBase64Url } from '../../core/encoding/base64.ts'
import type { OperationContext } from '../context.ts'
import { IdentityPoolError } from '../errors.ts'
import type { With } from '../operation.ts'

type Input = With<ListIdentityPoolsInput, 'MaxResults'>

/**
 * ListIdentityPools: the account's identity pools, a page at a time.
 *
 * @returns `NextToken` only when there are more.
 * @throws InvalidParameterException
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html
 */
export function listIdentityPools(
  { MaxResults, NextToken }: Input,
  ctx: OperationContext,
): Promise<ListIdentityPoolsResponse> {
  const pools = ctx.pools()
  const start = NextToken === undefined ? 0 : afterToken(NextToken, pools)
  const page = pools.slice(start, start + MaxResults)
  const last = page.at(-1)
  const isMore = start + page.length < pools.length
  return Promise.resolve({
    IdentityPools: page.map(({ id, name }) => ({ IdentityPoolId: id, IdentityPoolName: name })),
    ...(isMore && last && { NextToken: toBase64Url(new TextEncoder().encode(last.id)) }),
  })
}

/** Opaque to the client: the pool that the page before ended with. */
function afterToken(token: string, pools: readonly { id: string }[]): number {
  const bytes = parseBase64(token)
  const id = bytes && new TextDecoder().decode(bytes)
  const index = pools.findIndex((pool) => pool.id === id)
  if (index !== -1) return index + 1
  throw new IdentityPoolError('InvalidParameterException', 'Invalid NextToken.')
}
