import type {
  AdminCreateUserRequest,
  AttributeType,
} from '@aws-sdk/client-cognito-identity-provider'
import { byAdministrator } from '../../admin/by-administrator.ts'
import { describeUser } from '../../admin/describe-user.ts'
import { withAliasesOfAdministrator } from '../../admin/aliases.ts'
import { canBePasswordless } from '../../admin/passwordless.ts'
import { requireUser } from '../../admin/require-user.ts'
import { temporaryPassword, withTemporaryPassword } from '../../admin/temporary-password.ts'
import { parseAttributesOfAdministrator } from '../../attributes/sign-up.ts'
import { addressesOf, composeInvitations, sendInvitations } from '../../codes/invitation.ts'
import type { UserPoolConfig } from '../../config.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { UserRecord } from '../../model.ts'
import type { With } from '../../operation.ts'
import { createVerifier } from '../../srp/verifier.ts'
import { preSignUp } from '../../triggers/pre-sign-up.ts'
import { foldCase, requireCurrent } from '../../users/users.ts'
import { parseUsername, randomSub, type UsernameForm } from '../../users/username.ts'

type Input = With<AdminCreateUserRequest, 'UserPoolId' | 'Username'>

/**
 * AdminCreateUser: adds a user who has a temporary password, and tells them of it unless
 * `MessageAction` is SUPPRESS, or one who has none and signs in by codes; with RESEND, a new temporary password for one who has not changed
 * theirs yet.
 *
 * @param input `TemporaryPassword` is clear text; only its SRP verifier is kept, and the message.
 * @throws ResourceNotFoundException, InvalidParameterException, InvalidPasswordException,
 *   UsernameExistsException, AliasExistsException, CodeDeliveryFailureException, for RESEND
 *   UserNotFoundException and UnsupportedUserStateException, and those of the triggers
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 */
export async function adminCreateUser(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  const user =
    input.MessageAction === 'RESEND'
      ? await inviteAgain(ctx, input)
      : await create(ctx, pool, input)
  return { User: { ...describeUser(user), Attributes: attributesOf(user) } }
}

async function create(
  ctx: OperationContext,
  pool: UserPoolConfig,
  input: Input,
): Promise<UserRecord> {
  const form = parseUsername(pool, input.Username)
  const attributes = parseAttributesOfAdministrator(pool, input.UserAttributes ?? [], form)
  const user = newUser(ctx, pool, form, attributes)
  // They sign in by codes, and there is no password to tell them of.
  const isPasswordless = !input.TemporaryPassword && canBePasswordless(pool, user)
  const password = isPasswordless
    ? ''
    : temporaryPassword(ctx.random, pool, input.TemporaryPassword)
  const isQuiet = input.MessageAction === 'SUPPRESS' || isPasswordless
  const addresses = isQuiet ? [] : addressesOf(user, input.DesiredDeliveryMediums)
  checkNameIsFree(ctx, pool, form)
  const verifier = isPasswordless ? undefined : await createVerifier(ctx, user, password)
  const by = byAdministrator('AdminCreateUser', input)
  await preSignUp(ctx, pool, {
    ...by,
    username: user.username,
    attributes,
    validationData: input.ValidationData && pairsOf(input.ValidationData),
  })
  const invitation = { user, password, addresses }
  const messages = await composeInvitations(ctx, pool, by, invitation)

  let failure: UserPoolError | undefined
  const added = ctx.store.transaction(() => {
    checkNameIsFree(ctx, pool, form)
    const complete: UserRecord = verifier
      ? withTemporaryPassword(pool, user, verifier, user.createdAtMs)
      : { ...user, status: 'CONFIRMED' }
    const mayTake = input.ForceAliasCreation === true
    const one = ctx.users.add(pool, withAliasesOfAdministrator(ctx, pool, complete, mayTake))
    failure = sendInvitations(ctx, messages)
    return one
  })
  if (failure) throw failure
  return added
}

async function inviteAgain(ctx: OperationContext, input: Input): Promise<UserRecord> {
  const { pool, user: found } = requireUser(ctx, input)
  checkMayBeInvited(found, input.Username)
  const password = temporaryPassword(ctx.random, pool, input.TemporaryPassword)
  const addresses = addressesOf(found, input.DesiredDeliveryMediums)
  const verifier = await createVerifier(ctx, found, password)
  const invitation = { user: found, password, addresses }
  const by = byAdministrator('AdminCreateUser', input)
  const messages = await composeInvitations(ctx, pool, by, invitation)

  const user = requireCurrent(ctx.users, pool, found)
  checkMayBeInvited(user, input.Username)
  const isAtTheSame = addresses.every(({ to }) => Object.values(user.attributes).includes(to))
  if (!isAtTheSame) return inviteAgain(ctx, input)
  let failure: UserPoolError | undefined
  const updated = ctx.store.transaction(() => {
    failure = sendInvitations(ctx, messages)
    return ctx.users.update(pool, withTemporaryPassword(pool, user, verifier, ctx.clock.now()))
  })
  if (failure) throw failure
  return updated
}

function checkMayBeInvited({ status }: UserRecord, name: string): void {
  if (status === 'FORCE_CHANGE_PASSWORD') return
  throw new UserPoolError(
    'UnsupportedUserStateException',
    `Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`,
  )
}

function newUser(
  ctx: OperationContext,
  pool: UserPoolConfig,
  form: UsernameForm,
  attributes: Record<string, string>,
): UserRecord {
  const sub = randomSub(ctx.random)
  const nowMs = ctx.clock.now()
  return {
    poolId: pool.id,
    username: form.attribute ? sub : foldCase(pool, form.username),
    sub,
    attributes,
    aliases: form.attribute ? [form.attribute] : [],
    status: 'FORCE_CHANGE_PASSWORD',
    enabled: true,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
}

function checkNameIsFree(ctx: OperationContext, pool: UserPoolConfig, form: UsernameForm): void {
  if (!ctx.users.find(pool, form.username)) return
  throw new UserPoolError('UsernameExistsException', 'User account already exists')
}

/** Captured: as they were given, and `sub` last. */
function attributesOf({ attributes, sub }: UserRecord): AttributeType[] {
  return Object.entries({ ...attributes, sub }).map(([Name, Value]) => ({ Name, Value }))
}

function pairsOf(data: readonly AttributeType[]): Record<string, string> {
  return Object.fromEntries(data.map(({ Name = '', Value = '' }) => [Name, Value]))
}
