import { AuthorizationError } from '../../authorization-server/authorization-error.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { redirectTo } from '../../authorization-server/redirect.ts'
import type { Level } from '../../user-pools/sign-in/proof.ts'
import { creditOf, isFresh, levelOf } from '../../user-pools/step-up/levels.ts'
import { answerAuthorization } from '../answer-authorization.ts'
import { parseAuthorizationRequest, type AuthorizationRequest } from '../authorization-request.ts'
import { checkMayAct } from '../checks/method.ts'
import type { ManagedLoginContext } from '../context.ts'
import { goToProvider } from '../federation/go-to-provider.ts'
import { openPage } from '../open-page.ts'
import { goOn } from '../sign-in/pending-sign-in.ts'
import type { LoginSession } from '../sessions.ts'
import { findTarget } from '../sign-in/step-up.ts'

/**
 * GET /oauth2/authorize: a code at once for whoever is signed in at the domain, else the sign-in
 * page, or that of the identity provider that is named. `prompt=login` asks again, and so does
 * `max_age`; `prompt=none` asks nothing. For a level of `acr_values` only what is missing is asked.
 *
 * @throws PageError, AuthorizationError
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export async function authorize(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const authorization = parseAuthorizationRequest(ctx, new URL(request.url))
  const { prompt, identityProvider, search } = authorization
  const found = await ctx.loginSessions.find(authorization, request)
  const session = found && isUsable(found, authorization, ctx.clock.now()) ? found : undefined
  const target = session && targetOf(ctx, authorization, session)
  if (session && levelOf(session.proved ?? []) >= (target ?? 0)) {
    checkMayAct(request)
    return answerAuthorization(ctx, authorization, { ...session, target })
  }
  if (prompt.has('none')) {
    throw new AuthorizationError(new OAuthError('login_required'), authorization)
  }
  // Who was given a temporary password since begins with that.
  if (session?.user.status === 'CONFIRMED') return stepUp(request, ctx, session)
  if (identityProvider === undefined || identityProvider === 'COGNITO') {
    return redirectTo(`${ctx.basePath}/login${search}`)
  }
  return goToProvider(ctx, request, authorization, identityProvider)
}

/** Whom a provider vouches for is not asked for a level of ours: the provider has its own. */
function targetOf(
  ctx: ManagedLoginContext,
  authorization: AuthorizationRequest,
  { user, providerName, proved = [] }: LoginSession,
): Level | undefined {
  if (providerName !== undefined) return undefined
  return findTarget(ctx, authorization, user, creditOf(proved))
}

async function stepUp(
  request: Request,
  ctx: ManagedLoginContext,
  { user, proved = [] }: LoginSession,
): Promise<Response> {
  checkMayAct(request)
  const page = await openPage(ctx, request)
  const { pool, client } = page.authorization
  return goOn(ctx, request, page, { pool, client, user, proved: creditOf(proved) })
}

/**
 * Whether nobody has to be asked anew. A session made at one provider is not one of another: who says
 * "with Google" gets their own account there, not the one that was used before.
 */
function isUsable(
  session: LoginSession,
  authorization: AuthorizationRequest,
  nowMs: number,
): boolean {
  const { prompt, identityProvider, maxAgeSeconds } = authorization
  if (prompt.has('login') || !isFresh(session.authTimeMs, maxAgeSeconds, nowMs)) return false
  if (identityProvider === undefined) return true
  if (identityProvider === 'COGNITO') return session.providerName === undefined
  // Only a provider can ask for an account or for consent.
  const isToBeAsked = prompt.has('select_account') || prompt.has('consent')
  return session.providerName === identityProvider.name && !isToBeAsked
}
