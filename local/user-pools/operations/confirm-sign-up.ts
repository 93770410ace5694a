import { checked } from '../../core/ports/checks.ts'
import type {
  ConfirmSignUpRequest,
  ConfirmSignUpResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { findOtherOwner, withConfirmed, withUnverified } from '../users/alias.ts'
import { codeMismatch, type CodeTarget } from '../codes/codes.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { limitKey, unknownUser } from '../users/existence.ts'
import { checkUnconfirmed } from '../users/status.ts'
import type { UserRecord } from '../model.ts'
import type { With } from '../operation.ts'
import { requireProvenClient } from '../sign-in/proven-client.ts'
import { consumeSession, findSession, invalidSession, issueSession } from '../sign-in/sessions.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'

type Input = With<ConfirmSignUpRequest, 'ClientId' | 'Username' | 'ConfirmationCode'>

/**
 * ConfirmSignUp: the right code makes a user CONFIRMED and the address it went to verified.
 *
 * @returns `Session` when the app client allows USER_AUTH: InitiateAuth takes it in place of a
 *   factor. Amplify relies on it without handing in the one from SignUp.
 * @throws ResourceNotFoundException, NotAuthorizedException, UserNotFoundException,
 *   LimitExceededException, CodeMismatchException, ExpiredCodeException,
 *   TooManyFailedAttemptsException, AliasExistsException, and those of `postConfirmation`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
 */
export async function confirmSignUp(
  input: Input,
  ctx: OperationContext,
): Promise<ConfirmSignUpResponse> {
  const { pool, client } = await requireProvenClient(ctx, input)
  const owner = { kind: 'SIGN_UP', poolId: pool.id, clientId: client.id } as const
  const session = input.Session && (await findSession(ctx, input.Session, owner))
  const proof = await ctx.codes.prove(pool.id, 'SIGN_UP', input.ConfirmationCode)

  const found = ctx.users.find(pool, input.Username)
  checked(ctx.checks, 'LimitExceeded', () =>
    ctx.limits.count(pool.id, limitKey(pool, found, input.Username), 'ConfirmSignUp'),
  )
  if (!found) {
    return checked(ctx.checks, 'Username', () => {
      throw unknownUser(client, codeMismatch())
    })
  }
  checked(ctx.checks, 'UserStatus', () => checkUnconfirmed(found))
  if (session && session.username !== found.username) throw invalidSession()
  const target = checked(ctx.checks, 'ConfirmationCode', () =>
    ctx.codes.check(found, 'SIGN_UP', proof),
  )
  const user = ctx.store.transaction(() => {
    const confirmed = confirm(ctx, pool, found, target, input.ForceAliasCreation === true)
    if (session) consumeSession(ctx, session)
    return confirmed
  })
  const { ClientMetadata: clientMetadata } = input
  const confirmation = { source: 'ConfirmSignUp', clientId: client.id, clientMetadata } as const
  await postConfirmation(ctx, pool, confirmation, user)

  if (!client.explicitAuthFlows.includes('ALLOW_USER_AUTH')) return {}
  const kept = { kind: 'AUTO_SIGN_IN', proof: 'SIGN_UP_CODE', username: found.username } as const
  const next = { ...owner, ...kept }
  return { Session: await issueSession(ctx, next, client.authSessionSeconds) }
}

function confirm(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  { attribute, destination }: CodeTarget,
  mayTakeAlias: boolean,
): UserRecord {
  const owner = findOtherOwner(ctx, pool, user, attribute, destination)
  if (owner && mayTakeAlias) ctx.users.update(pool, withUnverified(owner, attribute))
  ctx.codes.remove(user, 'SIGN_UP')
  return ctx.users.update(pool, withConfirmed(ctx, pool, user, { attribute, destination }))
}
