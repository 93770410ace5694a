import type { SignUpRequest } from '@aws-sdk/client-cognito-identity-provider'
import {
  findOtherOwner,
  withPreferredUsername,
  withUnverified,
  withVerified,
} from '../users/alias.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { ContactAttribute, UserRecord } from '../model.ts'
import type { With } from '../operation.ts'
import type { PreSignUpAnswer, PreSignUpInput } from './pre-sign-up.ts'

/** What the trigger is told of a SignUp. No `*_verified`: nobody has said anything of it yet. */
export function signUpInput(
  { ClientId, ValidationData, ClientMetadata }: With<SignUpRequest, 'ClientId'>,
  { username, attributes }: UserRecord,
): PreSignUpInput {
  const given = Object.entries(attributes).filter(([name]) => !name.endsWith('_verified'))
  const pairs = ValidationData?.map(({ Name = '', Value = '' }) => [Name, Value] as const)
  return {
    source: 'SignUp',
    clientId: ClientId,
    username,
    attributes: Object.fromEntries(given),
    validationData: pairs && Object.fromEntries(pairs),
    clientMetadata: ClientMetadata,
  }
}

/**
 * `user`, who is not kept yet, as the trigger settles it: addresses that it vouches for are verified
 * and sign in from now on. `takeAddresses` goes with it.
 *
 * @throws InvalidLambdaResponseException when there is no such address to verify.
 * @throws AliasExistsException when a confirmed user's preferred username is taken.
 */
export function withPreSignUp(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  answer: PreSignUpAnswer,
): UserRecord {
  let settled = user
  for (const attribute of vouchedFor(answer)) {
    const value = user.attributes[attribute]
    if (!value) throw nothingToVerify(attribute)
    settled = withVerified(pool, settled, attribute, value)
  }
  if (!answer.autoConfirmUser) return settled
  const aliases = withPreferredUsername(ctx, pool, settled)
  return { ...settled, aliases, status: 'CONFIRMED' }
}

/**
 * Whoever signed in by an address that the trigger vouches for does no more. For use in the
 * transaction that adds the user, right before.
 */
export function takeAddresses(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  answer: PreSignUpAnswer,
): void {
  for (const attribute of vouchedFor(answer)) {
    const value = user.attributes[attribute]
    const owner = value && findOtherOwner(ctx, pool, user, attribute, value)
    if (owner) ctx.users.update(pool, withUnverified(owner, attribute))
  }
}

function vouchedFor({ autoVerifyEmail, autoVerifyPhone }: PreSignUpAnswer): ContactAttribute[] {
  return [
    ...(autoVerifyEmail ? (['email'] as const) : []),
    ...(autoVerifyPhone ? (['phone_number'] as const) : []),
  ]
}

/** That it is a fault is documented, its words are not. */
function nothingToVerify(attribute: string): UserPoolError {
  return new UserPoolError(
    'InvalidLambdaResponseException',
    `PreSignUp cannot verify ${attribute}: the user has none.`,
  )
}
