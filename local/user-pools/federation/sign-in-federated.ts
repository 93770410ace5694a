import type { IdentityProviderConfig, UserPoolConfig } from '../config.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { inboundFederation, type ProviderAnswers } from '../triggers/inbound-federation.ts'
import { postAuthentication, preAuthentication } from '../triggers/authentication.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import { preSignUp, type PreSignUpAnswer } from '../triggers/pre-sign-up.ts'
import { randomSub } from '../users/username.ts'
import { checkRequired, federatedUsername, newFederatedUser } from './federated-user.ts'
import { mapClaims, type ProviderClaims } from './map-claims.ts'
import { withMapped } from './with-mapped.ts'

/** Somebody whom an identity provider has vouched for. */
export interface FederatedSignIn extends ClientOfPool {
  provider: IdentityProviderConfig
  /** Their id at the provider. */
  subject: string
  claims: ProviderClaims
  /** What the claims were made of. */
  answers: ProviderAnswers
}

/**
 * The user behind an identity: the one it was linked to, or the one that it made at its first
 * sign-in. Each sign-in maps the provider's claims anew, of linked users too.
 *
 * A linked user's attributes are overwritten, `email_verified` becomes false where the provider says
 * nothing of it: https://github.com/aws-amplify/amplify-js/issues/7300.
 *
 * @throws InvalidParameterException, NotAuthorizedException, UserNotConfirmedException,
 *   AliasExistsException, and those of the triggers; their messages go back to the app.
 */
export async function signInFederated(
  ctx: OperationContext,
  arrival: FederatedSignIn,
): Promise<UserRecord> {
  const { pool, client, provider, subject } = arrival
  const signIn = { ...arrival, claims: await inboundFederation(ctx, arrival) }
  const known = ctx.users.findByIdentity(pool, provider.name, subject)
  if (known) {
    await preAuthentication(ctx, { pool, client, user: known, name: known.username })
    const user = update(ctx, signIn)
    await postAuthentication(ctx, { pool, client, user })
    return user
  }

  const username = federatedUsername(pool, provider, subject)
  const mapped = mapClaims(signIn, provider, signIn.claims, false)
  const attributes = Object.fromEntries(mapped)
  const external = { source: 'ExternalProvider', clientId: client.id } as const
  const answer = await preSignUp(ctx, pool, { ...external, username, attributes })
  const { user, isNew } = ctx.store.transaction(() => {
    // The trigger may have linked the identity, or another sign-in of the same person was quicker.
    if (ctx.users.findByIdentity(pool, provider.name, subject)) {
      return { user: update(ctx, signIn), isNew: false }
    }
    const nowMs = ctx.clock.now()
    const sub = randomSub(ctx.random)
    const verified = { ...attributes, ...vouchedFor(attributes, answer) }
    const given = { provider, subject, username, sub, attributes: verified, nowMs }
    return { user: add(ctx, pool, newFederatedUser(pool, given)), isNew: true }
  })
  if (isNew) {
    await postConfirmation(ctx, pool, { source: 'ConfirmSignUp', clientId: client.id }, user)
  }
  return user
}

/** Of addresses there are: the user's next sign-in maps what the provider says of them again. */
function vouchedFor(
  { email, phone_number }: Readonly<Record<string, string>>,
  { autoVerifyEmail, autoVerifyPhone }: PreSignUpAnswer,
): Record<string, string> {
  return {
    ...(autoVerifyEmail && email !== undefined && { email_verified: 'true' }),
    ...(autoVerifyPhone && phone_number !== undefined && { phone_number_verified: 'true' }),
  }
}

function add(ctx: OperationContext, pool: UserPoolConfig, user: UserRecord): UserRecord {
  checkRequired(pool, user)
  if (ctx.users.find(pool, user.username)) {
    throw new UserPoolError(
      'InvalidParameterException',
      `Already found an entry for username ${user.username}`,
    )
  }
  return ctx.users.add(pool, user)
}

function update(ctx: OperationContext, signIn: FederatedSignIn): UserRecord {
  const { pool, provider, subject, claims } = signIn
  const user = ctx.users.findByIdentity(pool, provider.name, subject)
  if (!user?.enabled) throw new UserPoolError('NotAuthorizedException', 'User is not enabled')
  if (user.status === 'UNCONFIRMED') {
    throw new UserPoolError('UserNotConfirmedException', 'User is not confirmed.')
  }
  const mapped = mapClaims(signIn, provider, claims, true)
  const updated = { ...withMapped(ctx, pool, user, mapped), updatedAtMs: ctx.clock.now() }
  checkRequired(pool, updated)
  return ctx.store.transaction(() => {
    for (const attribute of ['email', 'phone_number'] as const) {
      // A code that went to an address before would bring that one back.
      const isNew = updated.attributes[attribute] !== user.attributes[attribute]
      if (isNew) ctx.codes.remove(user, `ATTRIBUTE/${attribute}`)
    }
    return ctx.users.update(pool, updated)
  })
}
