import type { ClientOfPool, OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { consumeSession, findSession, invalidSession, type Session } from '../sign-in/sessions.ts'
import { furtherChallenges } from './further-challenges.ts'
import { checkMaySignIn } from './may-sign-in.ts'
import { requireParameter, type Parameters } from './parameters.ts'
import type { ChallengeKind, SignIn } from './sign-in.ts'

export function isFurtherChallenge(name: string): name is ChallengeKind {
  return Object.hasOwn(furtherChallenges, name)
}

/**
 * Takes the answer to a challenge that followed a proof. Its session ends with it; what breaks a rule
 * leaves the session as it was.
 *
 * @returns the sign-in as it has got further, for `nextStep`.
 * @throws NotAuthorizedException, and what the challenge itself throws
 */
export async function answerChallenge(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  kind: ChallengeKind,
  text: string,
  responses: Parameters,
): Promise<SignIn> {
  const owner = { kind, poolId: pool.id, clientId: client.id }
  const session = await findSession(ctx, text, owner)
  const user = ctx.users.find(pool, requireParameter(responses, 'USERNAME'))
  if (user?.username !== session.username) throw invalidSession()

  const signIn = { pool, client, user, proved: session.proved }
  const settle = await check(ctx, kind, signIn, session, responses)
  const settled = ctx.store.transaction(() => {
    consumeSession(ctx, session)
    const user = settle()
    checkMaySignIn(ctx, { ...signIn, user })
    return user
  })
  return { ...signIn, user: settled, proved: [...session.proved, kind] }
}

function check<Kind extends ChallengeKind>(
  ctx: OperationContext,
  kind: Kind,
  signIn: SignIn,
  session: Session<Kind>,
  responses: Parameters,
): Promise<() => UserRecord> {
  return furtherChallenges[kind].answer(ctx, signIn, session, responses)
}
