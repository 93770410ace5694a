import { requireClientOfPool, type ClientOfPool, type OperationContext } from '../context.ts'
import {
  consumeSession,
  findSessionOfAnyClient,
  issueSession,
  type FoundSession,
  type TokenSetup,
} from '../sign-in/sessions.ts'

/** A sign-in that waits for a second factor to be set up. */
interface Setup extends ClientOfPool {
  session: FoundSession<'MFA_SETUP'>
}

/** @throws NotAuthorizedException, ResourceNotFoundException when its pool or client is gone */
export async function findSetup(ctx: OperationContext, text: string): Promise<Setup> {
  const session = await findSessionOfAnyClient(ctx, text, 'MFA_SETUP')
  return { ...requireClientOfPool(ctx, session.poolId, session.clientId), session }
}

/**
 * Uses a session up for one that has got further.
 *
 * @throws NotAuthorizedException when another request was faster.
 */
export function advanceSetup(
  ctx: OperationContext,
  { client, session }: Setup,
  token: TokenSetup,
): Promise<string> {
  consumeSession(ctx, session)
  const { kind, poolId, clientId, username, factors } = session
  const { proved, target, deviceKey, protection } = session
  const reached = {
    proved,
    ...(target && { target }),
    ...(deviceKey && { deviceKey }),
    ...(protection && { protection }),
  }
  const next = { kind, poolId, clientId, username, ...reached, factors, token }
  return issueSession(ctx, next, client.authSessionSeconds)
}
