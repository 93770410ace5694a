import type {
  AdminLinkProviderForUserRequest,
  ProviderUserIdentifierType,
} from '@aws-sdk/client-cognito-identity-provider'
import { nativeProvider, parseIdentity, type Identity } from '../../admin/identity.ts'
import { findSchema, invalidParameter } from '../../attributes/rules.ts'
import type { UserPoolConfig } from '../../config.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { UserRecord } from '../../model.ts'
import type { With } from '../../operation.ts'
import { foldCase } from '../../users/users.ts'

type Input = With<AdminLinkProviderForUserRequest, 'UserPoolId' | 'DestinationUser' | 'SourceUser'>

const maxLinked = 5

/**
 * AdminLinkProviderForUser: from now on the source, whom a provider knows and who has never signed in,
 * signs in as the destination.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, UserNotFoundException,
 *   LimitExceededException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html
 */
export function adminLinkProviderForUser(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  if (input.SourceUser.ProviderName === nativeProvider) {
    throw invalidParameter(
      'Invalid SourceUser: Cognito users with a username/password may not be passed in as a SourceUser, only as a DestinationUser',
    )
  }
  const source = parseIdentity(pool, 'SourceUser', input.SourceUser)
  const destination = requireDestination(ctx, pool, input.DestinationUser)
  checkIsNew(ctx, pool, source)
  checkIsMutable(pool, destination)

  const { identities = [] } = destination
  if (identities.filter(({ primary }) => !primary).length >= maxLinked) {
    throw new UserPoolError(
      'LimitExceededException',
      `A user can have ${maxLinked} linked identities at most.`,
    )
  }
  const { provider, userId } = source
  const nowMs = ctx.clock.now()
  const linked = {
    providerName: provider.name,
    providerType: provider.type,
    userId,
    issuer: null,
    primary: false,
    createdAtMs: nowMs,
  }
  ctx.users.update(pool, {
    ...destination,
    identities: [...identities, linked],
    updatedAtMs: nowMs,
  })
  return Promise.resolve({})
}

/** A native user goes by the username; someone from a provider by what that knows them by. */
function requireDestination(
  ctx: OperationContext,
  pool: UserPoolConfig,
  named: ProviderUserIdentifierType,
): UserRecord {
  const { ProviderName = '', ProviderAttributeValue = '' } = named
  const isNative = ProviderName === nativeProvider
  const user = isNative
    ? findByUsername(ctx, pool, ProviderAttributeValue)
    : ctx.users.findByIdentity(pool, ProviderName, ProviderAttributeValue)
  if (!user) throw new UserPoolError('UserNotFoundException', 'User does not exist.')
  if (isNative === (user.status === 'EXTERNAL_PROVIDER')) {
    throw invalidParameter(`Invalid DestinationUser: not a user of the provider ${ProviderName}.`)
  }
  return user
}

/** Not by an alias, which may be somebody else's tomorrow. */
function findByUsername(
  { users }: OperationContext,
  pool: UserPoolConfig,
  username: string,
): UserRecord | undefined {
  const user = users.find(pool, username)
  return user && [user.username, user.sub].includes(foldCase(pool, username)) ? user : undefined
}

/** Who has signed in is a user already, and two users cannot become one. */
function checkIsNew(ctx: OperationContext, pool: UserPoolConfig, source: Identity): void {
  const { provider, userId } = source
  const owner = ctx.users.findByIdentity(pool, provider.name, userId)
  if (!owner) return
  const isTheirOwn = owner.identities?.some(
    (identity) =>
      identity.primary && identity.providerName === provider.name && identity.userId === userId,
  )
  throw invalidParameter(
    isTheirOwn
      ? 'Merging is not currently supported, provide a SourceUser that has not been signed up in order to link'
      : 'SourceUser is already linked to DestinationUser',
  )
}

/** The provider's claims overwrite the destination's attributes at every sign-in. */
function checkIsMutable(pool: UserPoolConfig, { attributes }: UserRecord): void {
  const immutable = Object.keys(attributes).find(
    (name) => findSchema(pool, name)?.mutable === false,
  )
  if (immutable === undefined) return
  throw invalidParameter(`Invalid DestinationUser: ${immutable} is immutable.`)
}
