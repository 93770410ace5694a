import * as amplify from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { providerOf } from '../attributes/introduction.ts'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'
import { readSignedInAs } from '../session/session.ts'

/** Whose session this is, as its ID token says. */
export interface Me {
  sub: string
  /** Of the user pool; a provider's users have `<provider>_<id>`. */
  username: string
  email: string
  /** Who vouched for this session, where that was a provider; the pool has no password of theirs. */
  provider: string | undefined
  /** Whether they have signed in lately enough for a change that a thief would make first. */
  isFresh: boolean
}

/** As long as banks and GitHub let a proof count, or shorter. */
const freshMinutes = 10

/** @throws UserUnAuthenticatedException */
export async function readMe(): Promise<Me> {
  await loadAuth()
  const { tokens } = await amplify.fetchAuthSession(userPoolOnly())
  const claims = tokens?.idToken?.payload
  if (!claims) {
    throw new amplify.AuthError({ name: 'UserUnAuthenticatedException', message: '' })
  }
  return {
    sub: textOf(claims.sub),
    username: textOf(claims['cognito:username']),
    email: textOf(claims['email']) || (readSignedInAs() ?? ''),
    provider: providerOf(claims),
    isFresh: await isFresh(Number(claims['auth_time'])),
  }
}

/** @param authTime in seconds; a refresh keeps it. */
async function isFresh(authTime: number): Promise<boolean> {
  const held = await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens()
  // How far this device's clock is behind AWS's, in milliseconds.
  const nowMs = Date.now() + (held?.clockDrift ?? 0)
  return nowMs - authTime * 1000 < freshMinutes * 60_000
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim : ''
}
