import { Amplify } from 'aws-amplify'

const timeoutMs = 3000

/**
 * Whether the domain answers: it is asked, without its cookie, for what the browser is about to be
 * sent to. Nothing of the answer can be read, and nothing needs to be.
 */
export async function canReachDomain(): Promise<boolean> {
  const { userPoolClientId, loginWith } = Amplify.getConfig().Auth?.Cognito ?? {}
  const { domain = '', redirectSignOut: [logoutUri = ''] = [] } = loginWith?.oauth ?? {}
  const query = new URLSearchParams({ client_id: userPoolClientId ?? '', logout_uri: logoutUri })
  try {
    await fetch(`https://${domain}/logout?${query.toString()}`, {
      mode: 'no-cors',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return true
  } catch {
    return false
  }
}
