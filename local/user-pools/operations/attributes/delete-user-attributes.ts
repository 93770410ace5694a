import type {
  DeleteUserAttributesRequest,
  DeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { parseAttributeNames } from '../../attributes/parse.ts'
import { withoutAttribute } from '../../attributes/apply.ts'
import { removeCodesOf } from '../../attributes/settle-changes.ts'
import type { UserPoolConfig } from '../../config.ts'
import type { OperationContext } from '../../context.ts'
import type { UserRecord } from '../../model.ts'
import type { With } from '../../operation.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<DeleteUserAttributesRequest, 'AccessToken' | 'UserAttributeNames'>

/**
 * DeleteUserAttributes: removes optional attributes; what is not there is no error.
 *
 * @throws NotAuthorizedException, InvalidParameterException, and those of `requireAccessToken`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html
 */
export async function deleteUserAttributes(
  input: Input,
  ctx: OperationContext,
): Promise<DeleteUserAttributesResponse> {
  const { pool, client, ...caller } = await requireAccessToken(ctx, input.AccessToken)
  const names = parseAttributeNames({ pool, client }, input.UserAttributeNames)

  removeAttributes(ctx, pool, requireCurrent(ctx.users, pool, caller.user), names)
  return {}
}

/** What is not there is no error. */
export function removeAttributes(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  names: readonly string[],
): void {
  const changed = names.reduce(withoutAttribute, user)
  ctx.store.transaction(() => {
    ctx.users.update(pool, { ...changed, updatedAtMs: ctx.clock.now() })
    removeCodesOf(ctx, user, names)
  })
}
