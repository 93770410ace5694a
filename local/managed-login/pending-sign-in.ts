import type { UserRecord } from '../user-pools/model.ts'
import {
  consumeSession,
  findSession,
  issueSession,
  type FoundSession,
  type SessionOwner,
} from '../user-pools/sign-in/sessions.ts'
import { UserPoolError } from '../user-pools/errors.ts'
import { answerAuthorization } from './answer-authorization.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { ClientOfDomain, ManagedLoginContext } from './context.ts'
import type { OpenPage } from './open-page.ts'
import type { LoginSession } from './sessions.ts'

/** Remembers that the one at this browser has given `user`'s password, and what is missing still. */
export function holdSignIn(
  ctx: ManagedLoginContext,
  { pool, client }: ClientOfDomain,
  user: UserRecord,
  kind: SessionOwner['kind'],
): Promise<string> {
  const session = { kind, poolId: pool.id, clientId: client.id, username: user.username }
  return issueSession(ctx, session, client.authSessionSeconds)
}

/** Undefined when there is none, or it is over: then one signs in again. */
export async function findHeldSignIn(
  ctx: ManagedLoginContext,
  { authorization, data }: OpenPage,
  kind: SessionOwner['kind'],
): Promise<FoundSession | undefined> {
  const { pool, client } = authorization
  try {
    const owner = { kind, poolId: pool.id, clientId: client.id }
    return data.session === undefined ? undefined : await findSession(ctx, data.session, owner)
  } catch (error) {
    if (error instanceof UserPoolError) return undefined
    throw error
  }
}

/** Starts the domain's session for a user who has proved all there is to prove, and goes back. */
export async function finishSignIn(
  ctx: ManagedLoginContext,
  request: Request,
  { authorization }: OpenPage,
  user: UserRecord,
  held?: FoundSession,
): Promise<Response> {
  if (held) consumeSession(ctx, held)
  return startSession(ctx, request, authorization, { user })
}

/** @param providerName where they proved it, unless it was here. */
export async function startSession(
  ctx: ManagedLoginContext,
  request: Request,
  authorization: AuthorizationRequest,
  who: Pick<LoginSession, 'user' | 'providerName'>,
): Promise<Response> {
  await ctx.loginSessions.end(request)
  const session = { ...who, authTimeMs: ctx.clock.now() }
  const cookie = await ctx.loginSessions.start(authorization.pool, session)
  return answerAuthorization(ctx, authorization, session, [cookie])
}
