import type { ResourcesConfig } from 'aws-amplify'
import type * as authClient from './auth-client.ts'

type AuthClient = typeof authClient

type Config = ResourcesConfig & { sendsPassword?: true }

let configuring: Promise<Config> | undefined
let loading: Promise<AuthClient> | undefined

/** The code that talks to Cognito could not be loaded: a matter of the network, not of the account. */
export class AuthUnavailableError extends Error {
  override readonly name = 'AuthUnavailableError'
}

export function provideAuthConfig(config: Promise<Config>): void {
  // Whoever asks for it is told what is wrong; until then a failure is nobody's to handle.
  config.catch(() => undefined)
  configuring = config
  loading = undefined
}

/**
 * Amplify's auth code, configured. It is a third of what the signed-out pages weigh, so it comes
 * when somebody first touches a page rather than before the first paint.
 *
 * @throws AuthUnavailableError
 */
export function loadAuth(): Promise<AuthClient> {
  loading ??= configureClient().catch((cause: unknown) => {
    loading = undefined
    throw cause
  })
  return loading
}

/** The configuration comes when the network is back; whoever submits a form is told at once. */
function goneOffline(): Promise<never> {
  return new Promise((_resolve, reject) => {
    const tell = () => reject(new AuthUnavailableError('Offline'))
    if (navigator.onLine) window.addEventListener('offline', tell, { once: true })
    else tell()
  })
}

async function configureClient(): Promise<AuthClient> {
  if (!configuring) throw new Error('provideAuthConfig() comes first.')
  const [config, client] = await Promise.all([
    Promise.race([configuring, goneOffline()]),
    import('./auth-client.ts').catch((cause: unknown) => {
      throw new AuthUnavailableError('The sign-in code did not load', { cause })
    }),
  ])
  await client.configureAuth(config)
  return client
}
