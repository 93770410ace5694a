import { Amplify } from 'aws-amplify'
import { AuthError, fetchAuthSession } from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'

/**
 * An operation that Amplify has no call for, with the session's access token.
 *
 * @param input without `AccessToken`.
 * @throws AuthError with the exception's name, as Amplify's own calls do.
 */
export async function callUserPool<Output>(
  operation: 'ChangePassword' | 'GetUserAuthFactors' | 'GlobalSignOut',
  input: Readonly<Record<string, unknown>> = {},
): Promise<Output> {
  await loadAuth()
  const { tokens } = await fetchAuthSession(userPoolOnly())
  if (!tokens) throw new AuthError({ name: 'UserUnAuthenticatedException', message: '' })
  const AccessToken = tokens.accessToken.toString()
  return (await send(operation, { ...input, AccessToken })) as Output
}

export async function revokeToken(Token: string): Promise<void> {
  const { userPoolClientId: ClientId } = Amplify.getConfig().Auth?.Cognito ?? {}
  await send('RevokeToken', { ClientId, Token })
}

/** @returns the answer's body. */
async function send(operation: string, input: object): Promise<unknown> {
  const response = await post(operation, input)
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (response.ok) return body
  const name = typeof body['__type'] === 'string' ? body['__type'] : 'ServiceUnavailable'
  const message = typeof body['message'] === 'string' ? body['message'] : ''
  throw new AuthError({ name: name.replace(/^.*#/, ''), message })
}

async function post(operation: string, input: object): Promise<Response> {
  try {
    return await fetch(endpoint(), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(input),
      cache: 'no-store',
      credentials: 'omit',
    })
  } catch (cause) {
    throw new AuthError({ name: 'NetworkError', message: '', underlyingError: cause })
  }
}

/** As Amplify spells it; it knows the hosts of two partitions. */
function endpoint(): string {
  const { userPoolId = '', userPoolEndpoint } = Amplify.getConfig().Auth?.Cognito ?? {}
  const [region = ''] = userPoolId.split('_')
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return userPoolEndpoint ?? `https://cognito-idp.${region}.${suffix}/`
}
