import type { AdminDisableProviderForUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { nativeProvider, parseIdentity } from '../../admin/identity.ts'
import { requireUser } from '../../admin/require-user.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminDisableProviderForUserRequest, 'UserPoolId' | 'User'>

/**
 * AdminDisableProviderForUser: undoes a link, so that the provider's person becomes a user of their
 * own at the next sign-in. For a native user (`Cognito`) it takes the password away.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableProviderForUser.html
 */
export function adminDisableProviderForUser(input: Input, ctx: OperationContext): Promise<object> {
  const { ProviderName, ProviderAttributeValue: value = '' } = input.User
  if (ProviderName === nativeProvider) disablePassword(ctx, input.UserPoolId, value)
  else unlink(ctx, input)
  return Promise.resolve({})
}

function disablePassword(ctx: OperationContext, UserPoolId: string, Username: string): void {
  const { pool, user } = requireUser(ctx, { UserPoolId, Username })
  const { password: _, passwordHistory: __, ...kept } = user
  ctx.users.update(pool, { ...kept, updatedAtMs: ctx.clock.now() })
}

function unlink(ctx: OperationContext, { UserPoolId, User }: Input): void {
  const pool = requirePool(ctx, UserPoolId)
  const { provider, userId } = parseIdentity(pool, 'User', User)
  const owner = ctx.users.findByIdentity(pool, provider.name, userId)
  const identities = owner?.identities ?? []
  const kept = identities.filter(
    (identity) =>
      identity.primary || identity.providerName !== provider.name || identity.userId !== userId,
  )
  if (!owner || kept.length === identities.length) {
    throw invalidParameter(
      "Account isn't linked to anyone else, verify that the account has been linked",
    )
  }
  ctx.users.update(pool, { ...owner, identities: kept, updatedAtMs: ctx.clock.now() })
}
