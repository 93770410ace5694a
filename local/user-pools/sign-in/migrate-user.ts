import { withAliasesOfAdministrator } from '../admin/aliases.ts'
import { checkRequired, parseAttributesOfAdministrator } from '../attributes/sign-up.ts'
import { invalidParameter } from '../attributes/rules.ts'
import { addressesOf, composeInvitations, sendInvitations } from '../codes/invitation.ts'
import type { UserPoolConfig } from '../config.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { PasswordVerifier, UserRecord } from '../model.ts'
import { pretendUser } from '../srp/pretend-user.ts'
import { createVerifier } from '../srp/verifier.ts'
import { userMigration, type Migrated, type Newcomer } from '../triggers/user-migration.ts'
import { foldCase } from '../users/users.ts'
import { parseUsername, randomSub } from '../users/username.ts'
import { findLockout } from './lockout.ts'

/** In the welcome message: whoever comes by their own password is given none. */
const noPassword = '********'

/** Of failures that tell who is there, where the app client hides it. */
const hidden: ReadonlySet<string> = new Set([
  'UserLambdaValidationException',
  'InvalidParameterException',
])

/**
 * Has the pool's UserMigration trigger, if it has one, bring somebody who is not there. The password
 * that they came with is theirs from now on, whatever the pool's policy, if the function confirms them.
 *
 * Where the app client prevents user-existence errors, what the function throws and attributes that the
 * pool does not take leave them not there; the terminal is told why.
 *
 * @param name as it was typed.
 * @returns whom it has brought.
 * @throws NotAuthorizedException (locked), AliasExistsException, InvalidParameterException,
 *   CodeDeliveryFailureException, and those of `userMigration`
 */
export async function migrateUser(
  ctx: OperationContext,
  place: ClientOfPool,
  name: string,
  newcomer: Newcomer,
): Promise<UserRecord | undefined> {
  const { pool, client } = place
  if (pool.triggers?.UserMigration === undefined || ctx.users.find(pool, name)) return undefined
  // Guesses at the passwords of another directory count as guesses here.
  const { username } = await pretendUser(ctx, pool, name)
  const lockout = await findLockout(ctx, pool.id, username)
  if (newcomer.source === 'Authentication') lockout.check()
  try {
    const migrated = await userMigration(ctx, place, name, newcomer)
    return migrated && (await add(ctx, place, name, newcomer, migrated))
  } catch (error) {
    const isHidden = error instanceof UserPoolError && hidden.has(error.code)
    if (!isHidden) throw error
    if (!client.preventUserExistenceErrors) {
      if (newcomer.source === 'Authentication') lockout.countFailure()
      throw error
    }
    ctx.log.info(`UserMigration brought nobody: ${error.message.trim()}`)
    return undefined
  }
}

async function add(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  name: string,
  newcomer: Newcomer,
  migrated: Migrated,
): Promise<UserRecord> {
  const user = newUser(ctx, pool, name, migrated)
  const isReady = newcomer.source === 'Authentication' && migrated.isConfirmed
  const password = isReady ? await createVerifier(ctx, user, newcomer.password) : undefined
  const addresses = migrated.isQuiet ? [] : addressesOf(user, migrated.media)
  const invitation = { user, password: noPassword, addresses }
  const messages = await composeInvitations(ctx, pool, { clientId: client.id }, invitation)

  let failure: UserPoolError | undefined
  const added = ctx.store.transaction(() => {
    // Of two sign-ins at once one brings them.
    const before = ctx.users.find(pool, name)
    if (before) return before
    const complete = settled(user, migrated, password)
    const { mayTakeAliases } = migrated
    const one = ctx.users.add(pool, withAliasesOfAdministrator(ctx, pool, complete, mayTakeAliases))
    if (ctx.users.find(pool, name)?.sub !== one.sub) {
      throw invalidParameter(
        'The attributes of UserMigration do not match the name of the sign-in.',
      )
    }
    failure = sendInvitations(ctx, messages)
    return one
  })
  if (failure) throw failure
  return added
}

function settled(
  user: UserRecord,
  { isConfirmed, hasSmsMfa }: Migrated,
  password: PasswordVerifier | undefined,
): UserRecord {
  return {
    ...user,
    status: isConfirmed ? 'CONFIRMED' : 'RESET_REQUIRED',
    ...(password && { password }),
    ...(hasSmsMfa && { mfa: { enabled: ['SMS_MFA'], preferred: 'SMS_MFA' } }),
  }
}

function newUser(
  ctx: OperationContext,
  pool: UserPoolConfig,
  name: string,
  { attributes: { username = name, ...others }, hasSmsMfa }: Migrated,
): UserRecord {
  const form = parseUsername(pool, username)
  const given = Object.entries(others).map(([Name, Value]) => ({ Name, Value }))
  const attributes = parseAttributesOfAdministrator(pool, given, form)
  checkRequired(pool, new Map(Object.entries(attributes)))
  if (hasSmsMfa && attributes['phone_number'] === undefined) {
    throw invalidParameter('enableSMSMFA needs a phone_number.')
  }
  const sub = randomSub(ctx.random)
  const nowMs = ctx.clock.now()
  return {
    poolId: pool.id,
    username: form.attribute ? sub : foldCase(pool, username),
    sub,
    attributes,
    aliases: form.attribute ? [form.attribute] : [],
    status: 'CONFIRMED',
    enabled: true,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
}
