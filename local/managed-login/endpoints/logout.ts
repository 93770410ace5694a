import { redirectTo } from '../../authorization-server/redirect.ts'
import { parseQuery } from '../authorization-request.ts'
import { requireKnownClient } from '../checks/client.ts'
import { checkMayAct } from '../checks/method.ts'
import { requireRedirectUri } from '../checks/redirect-uri.ts'
import type { ManagedLoginContext } from '../context.ts'
import { PageError } from '../errors.ts'
import { forgetPageData } from '../page-data.ts'

/**
 * GET /logout: ends the domain's session, no token. With `logout_uri` the browser goes there, with
 * `redirect_uri` and `response_type` to the sign-in page. Where neither is right, nothing is ended.
 *
 * @throws PageError
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export async function logout(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  checkMayAct(request)
  const url = new URL(request.url)
  const parameters = parseQuery(url)
  const found = requireKnownClient(ctx, parameters)
  const { client } = found
  const sent = parameters.get('logout_uri')
  if (sent !== undefined && client.logoutUrls.includes(sent)) {
    return redirectTo(sent, [await ctx.loginSessions.end(request), forgetPageData(ctx)])
  }

  const isSigningInAgain = parameters.has('redirect_uri') && parameters.has('response_type')
  if (sent !== undefined || !isSigningInAgain) {
    const parameter = sent === undefined ? 'redirect_uri' : 'logout_uri'
    throw new PageError('logout_uri_mismatch', { client_id: client.id, parameter, sent })
  }
  requireRedirectUri(found, parameters)
  const cookies = [await ctx.loginSessions.end(request), forgetPageData(ctx)]
  return redirectTo(`${ctx.basePath}/login${url.search}`, cookies)
}
