import type { AdminDeleteUserAttributesRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import { parseAttributeNames } from '../../attributes/parse.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { removeAttributes } from '../attributes/delete-user-attributes.ts'

type Input = With<
  AdminDeleteUserAttributesRequest,
  'UserPoolId' | 'Username' | 'UserAttributeNames'
>

/**
 * AdminDeleteUserAttributes: removes optional attributes of any user, whatever an app client may write.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUserAttributes.html
 */
export function adminDeleteUserAttributes(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  removeAttributes(ctx, pool, user, parseAttributeNames({ pool }, input.UserAttributeNames))
  return Promise.resolve({})
}
