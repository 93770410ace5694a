import * as amplify from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { revokeToken } from '../account/call-user-pool.ts'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'
import { changesBetween, type ClaimChange } from './claim-changes.ts'

/** As AWS issued them: secrets, for whoever is signed in to look at. */
export interface SessionTokens {
  id: string
  access: string
  /** Undefined where the app client gives none. */
  refresh: string | undefined
}

export type TokenName = keyof SessionTokens

/** @throws AuthError named UserUnAuthenticatedException when nobody is signed in. */
export async function readSessionTokens(): Promise<SessionTokens> {
  await loadAuth()
  // Refreshed where they have expired.
  await amplify.fetchAuthSession(userPoolOnly())
  const tokens = await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens()
  if (!tokens?.idToken) {
    throw new amplify.AuthError({ name: 'UserUnAuthenticatedException', message: '' })
  }
  return {
    id: tokens.idToken.toString(),
    access: tokens.accessToken.toString(),
    refresh: tokens.refreshToken,
  }
}

/** What a refresh has changed, claim by claim. */
export interface Renewal {
  id: readonly ClaimChange[]
  access: readonly ClaimChange[]
  /** Whether the pool has given another refresh token, as one that rotates them does. */
  hasNewRefreshToken: boolean
}

/** Trades the refresh token for new tokens, expired or not. @throws AuthError */
export async function renewTokens(): Promise<Renewal> {
  const before = await readSessionTokens()
  await amplify.fetchAuthSession(userPoolOnly(), { forceRefresh: true })
  const after = await readSessionTokens()
  return {
    id: changesBetween(before.id, after.id),
    access: changesBetween(before.access, after.access),
    hasNewRefreshToken: before.refresh !== after.refresh,
  }
}

/** RevokeToken: this session can be renewed no more, and its access token opens nothing of Cognito. */
export async function revokeRefreshToken(): Promise<void> {
  const { refresh } = await readSessionTokens()
  if (refresh !== undefined) await revokeToken(refresh)
}
