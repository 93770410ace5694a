import { findCandidate } from '../../user-pools/challenges/first-factors/candidate.ts'
import { beginSession } from '../../user-pools/challenges/first-factors/first-factor.ts'
import { beginChallenge, nextStep } from '../../user-pools/challenges/next-step.ts'
import type { ChallengeKind, SignIn } from '../../user-pools/challenges/sign-in.ts'
import { UserPoolError } from '../../user-pools/errors.ts'
import type { UserRecord } from '../../user-pools/model.ts'
import {
  consumeSession,
  findSession,
  issueSession,
  type FoundSession,
  type SessionKey,
  type SessionState,
} from '../../user-pools/sign-in/sessions.ts'
import { recordPass } from '../../user-pools/threat-protection/events/record.ts'
import { protectSignIn } from '../../user-pools/threat-protection/protect-sign-in.ts'
import { postAuthentication } from '../../user-pools/triggers/authentication.ts'
import { signInNameOf } from '../../user-pools/users/username.ts'
import { answerAuthorization, type Authorized } from '../answer-authorization.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import type { ClientOfDomain, ManagedLoginContext } from '../context.ts'
import type { OpenPage } from '../open-page.ts'
import { findTarget, needsOtherFactor } from './step-up.ts'

/** Where a challenge of the user pool is met. */
const pages: Readonly<Record<ChallengeKind, string>> = {
  NEW_PASSWORD_REQUIRED: '/changePassword',
  SOFTWARE_TOKEN_MFA: '/mfa',
  SMS_MFA: '/mfa',
  EMAIL_MFA: '/mfa',
  SELECT_MFA_TYPE: '/selectMfa',
  MFA_SETUP: '/setUpMfa',
  // Of a device that is named at the sign-in; the domain remembers none, so none is named here.
  DEVICE_SRP_AUTH: '/login',
  DEVICE_PASSWORD_VERIFIER: '/login',
}

/**
 * Goes on with a sign-in: to the page of what is to be proved next, else back to the app with the
 * domain's session begun. Call it with no `await` after the proof.
 *
 * @param held the session that led here, which this uses up.
 * @throws UserPoolError when the account may not be signed in to, or a trigger refuses it.
 * @throws AuthorizationError when it cannot come up to any level that the request wants.
 */
export async function goOn(
  ctx: ManagedLoginContext,
  request: Request,
  page: OpenPage,
  proven: SignIn,
  held?: SessionKey,
): Promise<Response> {
  const before = protectSignIn(ctx, proven)
  const { authorization } = page
  const { user, proved } = before
  const target = before.target ?? findTarget(ctx, authorization, user, proved)
  const signIn = { ...before, target }
  const needsOther = needsOtherFactor(signIn)
  const step = needsOther ? undefined : nextStep(ctx, signIn)
  if (held) consumeSession(ctx, held)
  if (step === undefined) return askForAnother(ctx, page, signIn)
  if (step === 'done') {
    await postAuthentication(ctx, signIn)
    recordPass(ctx, signIn)
    const eventId = signIn.protection?.event.id
    return startSession(ctx, request, authorization, { user, proved, target, eventId })
  }
  const { Session } = await beginChallenge(ctx, signIn, step)
  return page.goTo(pages[step], { session: Session })
}

/** What was proved counts; of the first factors those are left that lead on. */
async function askForAnother(
  ctx: ManagedLoginContext,
  page: OpenPage,
  { pool, user, proved, target }: SignIn,
): Promise<Response> {
  const username = signInNameOf(pool, user)
  const candidate = await findCandidate(ctx, page.authorization, username)
  const stepUp = target && { target, credit: proved }
  const session = await beginSession(ctx, { ...candidate, stepUp })
  return page.goTo('/selectFactor', { username, session })
}

/** Remembers that the one at this browser has signed up as `user`, or given their password. */
export function holdSignUp(
  ctx: ManagedLoginContext,
  { pool, client }: ClientOfDomain,
  { username }: UserRecord,
): Promise<string> {
  const session = { kind: 'SIGN_UP', poolId: pool.id, clientId: client.id, username } as const
  return issueSession(ctx, session, client.authSessionSeconds)
}

/** Undefined when there is none, or it is over: then one signs in again. */
export async function findHeldSignIn<Kind extends SessionState['kind']>(
  ctx: ManagedLoginContext,
  { authorization, data }: OpenPage,
  kind: Kind,
): Promise<FoundSession<Kind> | undefined> {
  const { pool, client } = authorization
  try {
    const owner = { kind, poolId: pool.id, clientId: client.id }
    return data.session === undefined ? undefined : await findSession(ctx, data.session, owner)
  } catch (error) {
    if (error instanceof UserPoolError) return undefined
    throw error
  }
}

/** @param who `providerName`: where they proved it, unless it was here. */
export async function startSession(
  ctx: ManagedLoginContext,
  request: Request,
  authorization: AuthorizationRequest,
  { target, eventId, ...who }: Omit<Authorized, 'authTimeMs'>,
): Promise<Response> {
  await ctx.loginSessions.end(request)
  const begun = { ...who, authTimeMs: ctx.clock.now() }
  const { cookie, ...session } = await ctx.loginSessions.start(authorization, begun, request)
  return answerAuthorization(ctx, authorization, { ...session, target, eventId }, [cookie])
}

/** Goes on where a sign-in is under way; whoever has none, or took too long, begins anew. */
export async function resumeSignIn<At>(
  page: OpenPage,
  found: At | undefined,
  resume: (at: At) => Response | Promise<Response>,
): Promise<Response> {
  return found === undefined ? signInAgain(page) : resume(found)
}

/** Says why to who had got this far. */
function signInAgain(page: OpenPage): Response {
  const { username, session } = page.data
  if (session === undefined) return page.goTo('/login', {})
  return page.goTo('/login', {
    ...(username !== undefined && { username }),
    notice: 'sign-in-again',
  })
}
