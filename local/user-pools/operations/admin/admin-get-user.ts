import type { AdminGetUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { allAttributes, describeUser } from '../../admin/describe-user.ts'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { describeMfa } from '../../mfa/describe.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminGetUserRequest, 'UserPoolId' | 'Username'>

/**
 * AdminGetUser: all that there is to say of a user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
 */
export function adminGetUser(input: Input, ctx: OperationContext): Promise<object> {
  const { user } = requireUser(ctx, input)
  return Promise.resolve({
    ...describeUser(user),
    UserAttributes: allAttributes(user),
    ...describeMfa(user),
  })
}
