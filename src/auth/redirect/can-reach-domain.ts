import { Amplify } from 'aws-amplify'

const timeoutMs = 3000

/**
 * Whether the domain answers: it is asked, without its cookie, for what the browser is about to be
 * sent to. Nothing of the answer can be read, and nothing needs to be.
 */
export async function canReachDomain(): Promise<boolean> {
  try {
    await fetch(logoutAddress(), {
      mode: 'no-cors',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return true
  } catch {
    return false
  }
}

/** Where the domain's session ends, and the browser is sent back to the app. */
export function logoutAddress(): string {
  const { userPoolClientId, loginWith } = Amplify.getConfig().Auth?.Cognito ?? {}
  const { domain = '', redirectSignOut: [logoutUri = ''] = [] } = loginWith?.oauth ?? {}
  const query = new URLSearchParams({ client_id: userPoolClientId ?? '', logout_uri: logoutUri })
  return `https://${domain}/logout?${query.toString()}`
}
