import { checked } from '../../core/ports/checks.ts'
import type {
  ConfirmForgotPasswordRequest,
  ConfirmForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { codeMismatch } from '../codes/codes.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { limitKey, unknownUser } from '../users/existence.ts'
import type { With } from '../operation.ts'
import {
  checkPasswordHistory,
  checkPasswordPolicy,
  withPassword,
} from '../sign-in/password-policy.ts'
import { requireProvenClient } from '../sign-in/proven-client.ts'
import { createVerifier } from '../srp/verifier.ts'
import { behindApp } from '../threat-protection/assessment/context-data.ts'
import { checkLeaked } from '../threat-protection/check-leaked.ts'
import { recordEvent } from '../threat-protection/events/record.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'

type Input = With<
  ConfirmForgotPasswordRequest,
  'ClientId' | 'Username' | 'ConfirmationCode' | 'Password'
>

/**
 * ConfirmForgotPassword: the right code sets a new password and makes the user CONFIRMED, out of
 * RESET_REQUIRED too. A refused password leaves the code usable.
 *
 * @param input `Password` is clear text; only its SRP verifier is kept.
 * @throws ResourceNotFoundException, NotAuthorizedException, InvalidPasswordException,
 *   UserNotFoundException, LimitExceededException, CodeMismatchException, ExpiredCodeException,
 *   TooManyFailedAttemptsException, PasswordHistoryPolicyViolationException, and those of
 *   `postConfirmation`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html
 */
export async function confirmForgotPassword(
  input: Input,
  given: OperationContext,
): Promise<ConfirmForgotPasswordResponse> {
  const { pool, client } = await requireProvenClient(given, input)
  const ctx = behindApp(given, client, input.UserContextData)
  checked(ctx.checks, 'Password', () =>
    checkPasswordPolicy(pool.passwordPolicy, input.Password, 'change'),
  )
  const isCompromised = checkLeaked(ctx, { pool, client }, 'PASSWORD_CHANGE', input.Password)
  const proof = await ctx.codes.prove(pool.id, 'FORGOT_PASSWORD', input.ConfirmationCode)

  const found = ctx.users.find(pool, input.Username)
  checked(ctx.checks, 'LimitExceeded', () =>
    ctx.limits.count(pool.id, limitKey(pool, found, input.Username), 'ConfirmForgotPassword'),
  )
  if (!found) {
    return checked(ctx.checks, 'Username', () => {
      throw unknownUser(client, codeMismatch())
    })
  }
  checked(ctx.checks, 'UserStatus', () => {
    if (!found.enabled) throw disabled(client.preventUserExistenceErrors)
  })
  checked(ctx.checks, 'ConfirmationCode', () => ctx.codes.check(found, 'FORGOT_PASSWORD', proof))
  await checked(ctx.checks, 'PasswordHistory', () =>
    checkPasswordHistory(ctx, pool, found, input.Password),
  )
  const password = await createVerifier(ctx, found, input.Password)

  // The code is checked again: while the password was hashed, another request may have used it.
  ctx.codes.check(found, 'FORGOT_PASSWORD', proof)
  const before = ctx.users.findBySub(pool, found.sub) ?? found
  const user = ctx.store.transaction(() => {
    ctx.codes.remove(before, 'FORGOT_PASSWORD')
    return ctx.users.update(pool, {
      ...withPassword(pool, before, password),
      status: 'CONFIRMED',
      updatedAtMs: ctx.clock.now(),
    })
  })
  const facts = { type: 'PasswordChange', response: 'Pass', isCompromised } as const
  recordEvent(ctx, { pool, client }, user, facts)
  const { ClientMetadata: clientMetadata } = input
  const confirmation = { source: 'ConfirmForgotPassword', clientId: client.id } as const
  await postConfirmation(ctx, pool, { ...confirmation, clientMetadata }, user)
  return {}
}

function disabled(isHidden: boolean): UserPoolError {
  return isHidden
    ? codeMismatch()
    : new UserPoolError('NotAuthorizedException', 'User is disabled.')
}
