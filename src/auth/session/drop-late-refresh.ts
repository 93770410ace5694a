import { AuthError } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'

const { tokenOrchestrator, authTokenStore } = cognitoUserPoolsTokenProvider
const refresh = tokenOrchestrator.getTokenRefresher()

/**
 * A refresh may be answered after its session is over: signed out here, or in another tab. Amplify
 * would keep the tokens that it brings, and sign in whoever has just signed out. So an answer counts
 * for as long as the session that asked is the one that is kept.
 */
export function dropLateRefresh(): void {
  tokenOrchestrator.setTokenRefresher(async (input) => {
    const renewed = await refresh(input)
    const kept = await authTokenStore.loadTokens()
    if (kept?.refreshToken === input.tokens.refreshToken) return renewed
    // Another tab was quicker, and its tokens are the newest.
    if (kept?.username === input.username) return { ...kept, username: input.username }
    // Not a name at which Amplify clears what is kept: that may be somebody else's by now.
    throw new AuthError({ name: 'UserUnAuthenticatedException', message: 'The session has ended' })
  })
}
