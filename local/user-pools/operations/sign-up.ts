import { checked } from '../../core/ports/checks.ts'
import type { SignUpRequest, SignUpResponse } from '@aws-sdk/client-cognito-identity-provider'
import { autoVerifiedTarget, deliveryDetails } from '../codes/delivery.ts'
import { sendCodes } from '../codes/send-codes.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import type { With } from '../operation.ts'
import { checkPasswordPolicy } from '../sign-in/password-policy.ts'
import { requireProvenClient } from '../sign-in/proven-client.ts'
import { issueSession } from '../sign-in/sessions.ts'
import { parseSignUpAttributes } from '../attributes/sign-up.ts'
import { checkLeaked } from '../threat-protection/check-leaked.ts'
import { behindApp } from '../threat-protection/assessment/context-data.ts'
import { recordEvent } from '../threat-protection/events/record.ts'
import { createVerifier } from '../srp/verifier.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import { preSignUp } from '../triggers/pre-sign-up.ts'
import { signUpInput, takeAddresses, withPreSignUp } from '../triggers/apply-pre-sign-up.ts'
import { foldCase } from '../users/users.ts'
import { parseUsername, randomSub, type UsernameForm } from '../users/username.ts'

type Input = With<SignUpRequest, 'ClientId' | 'Username'>

/**
 * SignUp: adds an UNCONFIRMED user and sends a confirmation code, unless the pool's PreSignUp trigger
 * confirms them itself.
 *
 * @param input `Password` is clear text; only its SRP verifier is kept.
 * @returns `CodeDeliveryDetails` only when the pool verifies an attribute that the user has;
 *   `Session` when the app client allows USER_AUTH.
 * @throws ResourceNotFoundException, NotAuthorizedException, InvalidParameterException,
 *   InvalidPasswordException, UsernameExistsException, and those of `preSignUp`,
 *   `sendCodes` and `postConfirmation`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
 */
export async function signUp(input: Input, given: OperationContext): Promise<SignUpResponse> {
  const { pool, client } = await requireProvenClient(given, input)
  const ctx = behindApp(given, client, input.UserContextData)
  const { checks } = ctx
  checked(checks, 'AllowAdminCreateUserOnly', () => {
    if (!pool.allowAdminCreateUserOnly) return
    throw new UserPoolError('NotAuthorizedException', 'SignUp is not permitted for this user pool')
  })
  const form = checked(checks, 'Username', () => parseUsername(pool, input.Username))
  checked(checks, 'Password', () => checkSignUpPassword(pool, input.Password))
  if (input.Password !== undefined) checkLeaked(ctx, { pool, client }, 'SIGN_UP', input.Password)
  const attributes = checked(checks, 'UserAttributes', () =>
    parseSignUpAttributes({ pool, client }, input.UserAttributes ?? [], form),
  )
  const user = await newUser(ctx, pool, form, attributes, input.Password)
  checkNamesAreFree(ctx, pool, user, form)
  const answer = await preSignUp(ctx, pool, signUpInput(input, user))
  const target = answer.autoConfirmUser ? undefined : autoVerifiedTarget(pool, attributes)

  const occasion = {
    source: 'SignUp',
    clientId: client.id,
    clientMetadata: input.ClientMetadata,
  } as const
  const { user: added } = await sendCodes(
    ctx,
    pool,
    occasion,
    () => {
      checkNamesAreFree(ctx, pool, user, form)
      return { user: withPreSignUp(ctx, pool, user, answer), targets: target ? [target] : [] }
    },
    (plan) => {
      takeAddresses(ctx, pool, plan.user, answer)
      return ctx.users.add(pool, plan.user)
    },
  )
  recordEvent(ctx, { pool, client }, added, { type: 'SignUp', response: 'Pass' })
  if (answer.autoConfirmUser) {
    await postConfirmation(ctx, pool, { ...occasion, source: 'ConfirmSignUp' }, added)
  }

  return {
    UserConfirmed: answer.autoConfirmUser,
    UserSub: user.sub,
    ...(target ? { CodeDeliveryDetails: deliveryDetails(target) } : {}),
    ...(client.explicitAuthFlows.includes('ALLOW_USER_AUTH')
      ? {
          Session: await issueSession(
            ctx,
            {
              // Amplify signs in with it at once when there is nothing to confirm.
              kind: answer.autoConfirmUser ? 'AUTO_SIGN_IN' : 'SIGN_UP',
              poolId: pool.id,
              clientId: client.id,
              username: user.username,
            },
            client.authSessionSeconds,
          ),
        }
      : {}),
  }
}

/** A password may be left out only where a one-time code can sign in instead. */
function checkSignUpPassword(pool: UserPoolConfig, password: string | undefined): void {
  if (password !== undefined) {
    checkPasswordPolicy(pool.passwordPolicy, password, 'signUp')
  } else if (!pool.allowedFirstAuthFactors.some((factor) => factor.endsWith('_OTP'))) {
    // Amplify reads these words to say that the password is empty.
    throw invalidParameter(
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
    )
  }
}

async function newUser(
  ctx: OperationContext,
  pool: UserPoolConfig,
  form: UsernameForm,
  attributes: Record<string, string>,
  password: string | undefined,
): Promise<UserRecord> {
  const sub = randomSub(ctx.random)
  const username = form.attribute ? sub : foldCase(pool, form.username)
  const nowMs = ctx.clock.now()
  return {
    poolId: pool.id,
    username,
    sub,
    attributes,
    aliases: form.attribute ? [form.attribute] : [],
    status: 'UNCONFIRMED',
    enabled: true,
    ...(password === undefined
      ? {}
      : { password: await createVerifier(ctx, { poolId: pool.id, username }, password) }),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
}

/** Sign-up always tells the truth about taken names, whatever the client hides elsewhere. */
function checkNamesAreFree(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  form: UsernameForm,
): void {
  checked(ctx.checks, 'UsernameExists', () => checkAreFree(ctx, pool, user, form))
}

function checkAreFree(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  form: UsernameForm,
): void {
  if (ctx.users.find(pool, form.username)) {
    throw new UserPoolError('UsernameExistsException', 'User already exists')
  }
  for (const attribute of pool.usernameAttributes) {
    const value = user.attributes[attribute]
    if (value !== undefined && ctx.users.findByAlias(pool, attribute, value)) {
      throw new UserPoolError(
        'UsernameExistsException',
        `An account with the given ${attribute} already exists.`,
      )
    }
  }
}
