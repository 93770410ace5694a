import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-cognito-identity-provider'
import { readableAttributes } from '../attributes/permissions.ts'
import type { OperationContext } from '../context.ts'
import { describeMfa } from '../mfa/describe.ts'
import type { With } from '../operation.ts'
import { requireAccessToken } from '../tokens/require-access-token.ts'

type Input = With<GetUserRequest, 'AccessToken'>

/**
 * GetUser: the attributes that the app client may read now, all as strings.
 *
 * @throws those of `requireAccessToken`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
 */
export async function getUser(input: Input, ctx: OperationContext): Promise<GetUserResponse> {
  const { client, user } = await requireAccessToken(ctx, input.AccessToken)
  return {
    Username: user.username,
    UserAttributes: readableAttributes(client, user),
    ...describeMfa(user),
  }
}
