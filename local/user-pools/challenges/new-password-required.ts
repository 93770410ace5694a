import { parseAttributeChanges } from '../attributes/parse.ts'
import { withChanges } from '../attributes/apply.ts'
import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import {
  checkPasswordHistory,
  checkPasswordPolicy,
  withPassword,
} from '../sign-in/password-policy.ts'
import { invalidSession } from '../sign-in/sessions.ts'
import { createVerifier } from '../srp/verifier.ts'
import { checkLeaked } from '../threat-protection/check-leaked.ts'
import { requireParameter, type Parameters } from './parameters.ts'
import type { FurtherChallenge, SignIn } from './sign-in.ts'

const prefix = 'userAttributes.'

/**
 * A temporary password proves who one is, and is good for nothing else. The answer is a password of
 * one's own (NEW_PASSWORD) and the attributes that are still missing (`userAttributes.<name>`).
 *
 * Answers throw NotAuthorizedException, InvalidPasswordException, InvalidParameterException,
 * PasswordHistoryPolicyViolationException.
 */
export const newPasswordRequired: FurtherChallenge<'NEW_PASSWORD_REQUIRED'> = {
  isNext: ({ user }) => user.status === 'FORCE_CHANGE_PASSWORD',

  begin(_ctx, { pool, user }) {
    const missing = missingAttributes(pool, user).map((name) => `${prefix}${name}`)
    return Promise.resolve({
      state: { saltHex: user.password?.saltHex ?? '' },
      // Values are strings: the last two hold JSON.
      parameters: {
        USER_ID_FOR_SRP: user.username,
        requiredAttributes: JSON.stringify(missing),
        userAttributes: JSON.stringify(user.attributes),
      },
    })
  },

  async answer(ctx, signIn, { saltHex }, responses) {
    const { pool } = signIn
    const newPassword = requireParameter(responses, 'NEW_PASSWORD')
    const findUser = (): UserRecord => {
      const user = ctx.users.findBySub(pool, signIn.user.sub)
      const isWaiting = user?.status === 'FORCE_CHANGE_PASSWORD'
      // An administrator who sends another temporary password takes the one before it back.
      if (!isWaiting || (user.password?.saltHex ?? '') !== saltHex) throw invalidSession()
      return user
    }
    checkPasswordPolicy(pool.passwordPolicy, newPassword, 'change')
    checkLeaked(ctx, signIn, 'PASSWORD_CHANGE', newPassword)
    await checkPasswordHistory(ctx, pool, findUser(), newPassword)
    const password = await createVerifier(ctx, findUser(), newPassword)
    return () => ({
      user: ctx.users.update(pool, {
        ...withPassword(pool, withAttributes(signIn, findUser(), responses), password),
        status: 'CONFIRMED',
        updatedAtMs: ctx.clock.now(),
      }),
      proof: 'NEW_PASSWORD_REQUIRED',
    })
  },
}

export function missingAttributes(
  { schema }: UserPoolConfig,
  { attributes }: UserRecord,
): string[] {
  return schema
    .filter(({ name, required }) => required && name !== 'sub' && attributes[name] === undefined)
    .map(({ name }) => name)
}

/** A new address is taken at once and unverified: there was none that could wait for it. */
function withAttributes(
  { pool, client }: SignIn,
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
