import type { TestStandIn } from '../stand-in.ts'
import { ada } from './ada.ts'

/** Elsewhere, with a browser of its own. */
export async function signInWith(standIn: TestStandIn, userAgent: string) {
  const call = async (operation: string, input: object) => {
    const response = await fetch(standIn.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        'user-agent': userAgent,
      },
      body: JSON.stringify(input),
    })
    return (await response.json()) as Record<string, unknown>
  }
  const { userPoolClientId: ClientId } = standIn.config
  const { AuthenticationResult: tokens } = (await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: ada.email, PASSWORD: ada.password },
  })) as { AuthenticationResult: { AccessToken: string } }
  return {
    accessToken: tokens.AccessToken,
    /** `undefined` where AWS still honours it. */
    refusal: async () =>
      (await call('GetUser', { AccessToken: tokens.AccessToken }))['message'] as string | undefined,
  }
}
