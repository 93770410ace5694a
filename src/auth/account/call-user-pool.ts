import { Amplify } from 'aws-amplify'
import { AuthError, fetchAuthSession } from 'aws-amplify/auth'
import { cognitoEndpoint, cognitoRequest, readCognitoReply } from '../../cognito/cognito-api.ts'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'

type Operation =
  | 'ChangePassword'
  | 'DeleteUser'
  | 'GetUserAuthFactors'
  | 'GlobalSignOut'
  | 'ListUserSessions'
  | 'RevokeUserSession'

/**
 * An operation that Amplify has no call for, with the session's access token.
 *
 * @param input without `AccessToken`.
 * @throws AuthError with the exception's name, as Amplify's own calls do.
 */
export async function callUserPool<Output>(
  operation: Operation,
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
  const reply = await readCognitoReply(await post(operation, input))
  if (reply.kind === 'answered') return reply.body
  const { name = 'ServiceUnavailable', message } = reply
  throw new AuthError({ name, message })
}

async function post(operation: string, input: object): Promise<Response> {
  try {
    const request = cognitoRequest('cognito-idp', operation, input)
    return await fetch(endpoint(), { ...request, cache: 'no-store', credentials: 'omit' })
  } catch (cause) {
    throw new AuthError({ name: 'NetworkError', message: '', underlyingError: cause })
  }
}

function endpoint(): string {
  const { userPoolId = '', userPoolEndpoint } = Amplify.getConfig().Auth?.Cognito ?? {}
  const [region = ''] = userPoolId.split('_')
  return userPoolEndpoint ?? cognitoEndpoint('cognito-idp', region)
}
