import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import { parseAttributeChanges } from '../attributes/parse.ts'
import { withChanges } from '../attributes/apply.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import {
  checkPasswordHistory,
  checkPasswordPolicy,
  withPassword,
} from '../sign-in/password-policy.ts'
import { consumeSession, findSession } from '../sign-in/sessions.ts'
import { createVerifier } from '../srp/verifier.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { missingAttributes } from './new-password-required.ts'
import { requireParameter, type Parameters } from './parameters.ts'

const prefix = 'userAttributes.'

/**
 * Takes the password of one's own (NEW_PASSWORD) and the attributes that are still missing
 * (`userAttributes.<name>`), and signs in. What breaks a rule leaves the session as it was.
 *
 * @throws NotAuthorizedException, InvalidPasswordException, InvalidParameterException,
 *   PasswordHistoryPolicyViolationException
 */
export async function answerNewPassword(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  text: string,
  responses: Parameters,
): Promise<RespondToAuthChallengeResponse> {
  const newPassword = requireParameter(responses, 'NEW_PASSWORD')
  const expected = { kind: 'NEW_PASSWORD_REQUIRED', poolId: pool.id, clientId: client.id } as const
  const session = await findSession(ctx, text, expected)
  const findUser = (): UserRecord => {
    const user = ctx.users.find(pool, requireParameter(responses, 'USERNAME'))
    if (user?.username === session.username && user.status === 'FORCE_CHANGE_PASSWORD') return user
    throw new UserPoolError('NotAuthorizedException', 'Invalid session for the user.')
  }
  checkPasswordPolicy(pool.passwordPolicy, newPassword, 'change')
  await checkPasswordHistory(ctx, pool, findUser(), newPassword)
  const password = await createVerifier(ctx, findUser(), newPassword)

  const confirmed = ctx.store.transaction(() => {
    const user = withAttributes({ pool, client }, findUser(), responses)
    consumeSession(ctx, session)
    return ctx.users.update(pool, {
      ...withPassword(pool, user, password),
      status: 'CONFIRMED',
      updatedAtMs: ctx.clock.now(),
    })
  })
  return completeSignIn(ctx, { pool, client }, confirmed)
}

/** A new address is taken at once and unverified: there was none that could wait for it. */
function withAttributes(
  { pool, client }: ClientOfPool,
  user: UserRecord,
  responses: Parameters,
): UserRecord {
  const given = Object.entries(responses).filter(([name]) => name.startsWith(prefix))
  const attributes = given.map(([Name, Value]) => ({ Name: Name.slice(prefix.length), Value }))
  for (const { Name } of attributes) {
    const isRequired = pool.schema.some(({ name, required }) => required && name === Name)
    if (isRequired && user.attributes[Name] !== undefined) {
      throw new UserPoolError('NotAuthorizedException', `Cannot modify an already provided ${Name}`)
    }
  }

  const changes = parseAttributeChanges({ pool, client }, attributes)
  const changed = withChanges({ ...pool, verifyBeforeUpdate: [] }, user, changes).user
  const [missing] = missingAttributes(pool, changed)
  if (missing !== undefined) {
    throw new UserPoolError(
      'InvalidParameterException',
      `Invalid attributes given, ${missing} is missing`,
    )
  }
  return changed
}
