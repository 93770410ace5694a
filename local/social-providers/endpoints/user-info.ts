import { OAuthError } from '../../authorization-server/errors.ts'
import { oauthJson } from '../../authorization-server/json-endpoint.ts'
import {
  parseParameters,
  readForm,
  type Parameters,
} from '../../authorization-server/parameters.ts'
import type { ProviderContext } from '../provider.ts'

/**
 * GET or POST /userinfo (Facebook: /me): what the access token lets one know of the person.
 *
 * @throws OAuthError invalid_request, invalid_token
 */
export async function userInfo(request: Request, ctx: ProviderContext): Promise<Response> {
  const { userInfo } = ctx.provider
  if (!userInfo) throw new Error(`${ctx.provider.slug} has no such endpoint`)
  const parameters = await parametersOf(request)
  const token = tokenOf(request, parameters, userInfo.takesTokenParameter === true)
  const grant = token === undefined ? undefined : await ctx.accessTokens.find(token)
  if (!grant)
    throw new OAuthError('invalid_token', 'The access token is missing, wrong or expired.')
  return oauthJson(userInfo.answer(ctx, grant, parameters))
}

/** RFC 6750, section 2: a header, or a parameter where the provider takes one. */
function tokenOf(
  request: Request,
  parameters: Parameters,
  takesParameter: boolean,
): string | undefined {
  const header = request.headers.get('authorization')
  if (header === null) return takesParameter ? parameters.get('access_token') : undefined
  const [, token] = /^bearer +(\S+)$/i.exec(header) ?? []
  return token
}

/** Posts without a form are as good: the token is in the header. */
async function parametersOf(request: Request): Promise<Parameters> {
  const query = parseParameters(new URL(request.url).searchParams)
  if (request.method === 'GET' || request.headers.get('content-type') === null) return query
  return new Map([...query, ...(await readForm(request))])
}
