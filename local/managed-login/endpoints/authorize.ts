import { OAuthError } from '../../authorization-server/errors.ts'
import { redirectTo } from '../../authorization-server/redirect.ts'
import { answerAuthorization } from '../answer-authorization.ts'
import { AuthorizationError, parseAuthorizationRequest } from '../authorization-request.ts'
import type { ManagedLoginContext } from '../context.ts'

/**
 * GET /oauth2/authorize: a code at once for whoever is signed in at the domain, else the sign-in
 * page. `prompt=login` asks again; `prompt=none` asks nothing.
 *
 * @throws PageError, AuthorizationError
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export async function authorize(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const authorization = parseAuthorizationRequest(ctx, new URL(request.url))
  const { pool, prompt, search } = authorization
  const session = await ctx.loginSessions.find(pool, request)
  if (session && !prompt.has('login')) return answerAuthorization(ctx, authorization, session)
  if (prompt.has('none')) {
    throw new AuthorizationError(new OAuthError('login_required'), authorization)
  }
  return redirectTo(`/login${search}`)
}
