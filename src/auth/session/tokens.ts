import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { renewCredentials } from '../configure-amplify.ts'

/** As AWS issued them, for whoever asks AWS itself. */
export interface RawTokens {
  idToken: string
  accessToken: string
}

/**
 * The tokens alone, refreshed where they have expired: `fetchAuthSession` would ask the identity pool
 * too, and fail where that does.
 *
 * @returns undefined when nobody is signed in, or no longer is.
 */
export async function readTokens(): Promise<RawTokens | undefined> {
  const tokens = await cognitoUserPoolsTokenProvider.getTokens()
  if (!tokens?.idToken) return undefined
  return { idToken: tokens.idToken.toString(), accessToken: tokens.accessToken.toString() }
}

/** The next request to AWS fetches new ones; Amplify would keep them for 50 minutes. */
export function forgetCredentials(): void {
  renewCredentials()
}
