import type { ClientOfPool, OperationContext } from '../context.ts'
import {
  consumeSession,
  findSession,
  findSessionKind,
  invalidSession,
  type Session,
} from '../sign-in/sessions.ts'
import { findKnownDevice, sameDevice } from '../devices/known-device.ts'
import { UserPoolError } from '../errors.ts'
import { recordWrongAnswer } from '../threat-protection/events/record.ts'
import { furtherChallenges } from './further-challenges.ts'
import { checkMaySignIn } from './may-sign-in.ts'
import { requireParameter, type Parameters } from './parameters.ts'
import type { ChallengeKind, Settled, SignIn } from './sign-in.ts'

/**
 * The challenge that an answer is to, by the name on the wire. EMAIL_OTP is two: a factor to begin
 * with and a second one, and the session says which.
 */
export async function findFurtherChallenge(
  ctx: OperationContext,
  name: string,
  session: string | undefined,
): Promise<ChallengeKind | undefined> {
  if (name === 'EMAIL_OTP') {
    const kind = session === undefined ? undefined : await findSessionKind(ctx, session)
    return kind === 'EMAIL_MFA' ? kind : undefined
  }
  const kinds = Object.keys(furtherChallenges) as ChallengeKind[]
  return kinds.find((kind) => kind === name)
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
  clientMetadata?: SignIn['clientMetadata'],
): Promise<SignIn> {
  const owner = { kind, poolId: pool.id, clientId: client.id }
  const session = await findSession(ctx, text, owner)
  const user = ctx.users.find(pool, requireParameter(responses, 'USERNAME'))
  if (user?.username !== session.username) throw invalidSession()

  const { proved, target, protection } = session
  const device =
    session.deviceKey === undefined
      ? findKnownDevice(ctx, pool, user, responses['DEVICE_KEY'])
      : sameDevice(ctx, pool, user, session.deviceKey)
  const signIn = { pool, client, user, proved, target, device, protection, clientMetadata }
  const settle = await check(ctx, kind, signIn, session, responses)
  const { proof, ...settled } = ctx.store.transaction(() => {
    consumeSession(ctx, session)
    const settled = settle()
    checkMaySignIn(ctx, { ...signIn, user: settled.user })
    return settled
  })
  return { ...signIn, ...settled, proved: proof ? [...proved, proof] : proved }
}

function check<Kind extends ChallengeKind>(
  ctx: OperationContext,
  kind: Kind,
  signIn: SignIn,
  session: Session<Kind>,
  responses: Parameters,
): Promise<() => Settled> {
  return furtherChallenges[kind].answer(ctx, signIn, session, responses).catch((error: unknown) => {
    if (isWrongCode(error)) recordWrongAnswer(ctx, signIn)
    throw error
  })
}

function isWrongCode(error: unknown): boolean {
  return error instanceof UserPoolError && error.code === 'CodeMismatchException'
}
