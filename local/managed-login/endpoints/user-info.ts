import { oauthJson } from '../../authorization-server/json-endpoint.ts'
import { UserPoolError } from '../../user-pools/errors.ts'
import { readableAttributes } from '../../user-pools/attributes/permissions.ts'
import { requireCaller, type Caller } from '../../user-pools/tokens/require-access-token.ts'
import { attributeFilter } from '../../user-pools/tokens/scoped-attributes.ts'
import type { ManagedLoginContext } from '../context.ts'

/**
 * GET or POST /oauth2/userInfo: the user's attributes that the scopes of the access token let
 * through, all of them strings.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export async function userInfo(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const header = request.headers.get('authorization') ?? ''
  const [, accessToken] = /^bearer +(\S+)$/i.exec(header) ?? []
  if (accessToken === undefined) {
    return refuse(400, 'invalid_request', 'Bad OAuth2 request at UserInfo Endpoint')
  }
  const caller = await findCaller(ctx, accessToken)
  if (!caller) {
    const description =
      'Access token is expired, disabled, or deleted, or the user has globally signed out.'
    return refuse(401, 'invalid_token', description)
  }
  const { client, user, claims } = caller
  const scope = String(claims.scope)
  // The token of a sign-in by API has no such scope.
  if (!scope.split(' ').includes('openid')) {
    return refuse(401, 'invalid_token', 'Access token does not contain openid scope')
  }

  const isGranted = attributeFilter(scope)
  const attributes = readableAttributes(client, user).flatMap(({ Name = '', Value = '' }) =>
    Name === 'sub' || Name === 'identities' || isGranted(Name) ? [[Name, Value]] : [],
  )
  return oauthJson({
    ...(Object.fromEntries(attributes) as Record<string, string>),
    username: user.username,
  })
}

async function findCaller(
  ctx: ManagedLoginContext,
  accessToken: string,
): Promise<Caller | undefined> {
  try {
    return await requireCaller(ctx, accessToken)
  } catch (error) {
    if (error instanceof UserPoolError) return undefined
    throw error
  }
}

/** RFC 6750, section 3. */
function refuse(status: number, error: string, error_description: string): Response {
  const challenge = `error="${error}", error_description="${error_description}"`
  return oauthJson({ error, error_description }, status, {
    'www-authenticate': `Bearer ${challenge}`,
    'access-control-expose-headers': 'www-authenticate',
  })
}
