import { AuthorizationError } from '../../authorization-server/authorization-error.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { redirectTo } from '../../authorization-server/redirect.ts'
import { answerAuthorization } from '../answer-authorization.ts'
import { parseAuthorizationRequest, type AuthorizationRequest } from '../authorization-request.ts'
import { checkMayAct } from '../checks/method.ts'
import type { ManagedLoginContext } from '../context.ts'
import { goToProvider } from '../federation/go-to-provider.ts'
import type { LoginSession } from '../sessions.ts'

/**
 * GET /oauth2/authorize: a code at once for whoever is signed in at the domain, else the sign-in
 * page, or that of the identity provider that is named. `prompt=login` asks again; `prompt=none` asks
 * nothing.
 *
 * @throws PageError, AuthorizationError
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export async function authorize(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const authorization = parseAuthorizationRequest(ctx, new URL(request.url))
  const { pool, prompt, identityProvider, search } = authorization
  const session = await ctx.loginSessions.find(pool, request)
  if (session && isEnough(session, authorization)) {
    checkMayAct(request)
    return answerAuthorization(ctx, authorization, session)
  }
  if (prompt.has('none')) {
    throw new AuthorizationError(new OAuthError('login_required'), authorization)
  }
  if (identityProvider === undefined || identityProvider === 'COGNITO') {
    return redirectTo(`${ctx.basePath}/login${search}`)
  }
  return goToProvider(ctx, request, authorization, identityProvider)
}

/**
 * Whether nobody has to be asked. A session made at one provider is not one of another: who says
 * "with Google" gets their own account there, not the one that was used before.
 */
function isEnough(session: LoginSession, authorization: AuthorizationRequest): boolean {
  const { prompt, identityProvider } = authorization
  if (prompt.has('login')) return false
  if (identityProvider === undefined) return true
  if (identityProvider === 'COGNITO') return session.providerName === undefined
  // Only a provider can ask for an account or for consent.
  const isToBeAsked = prompt.has('select_account') || prompt.has('consent')
  return session.providerName === identityProvider.name && !isToBeAsked
}
