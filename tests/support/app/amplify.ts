import { Amplify } from 'aws-amplify'
import { signOut } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { ConsoleLogger } from 'aws-amplify/utils'
import { test as base, type RunningUserPools, type StartOptions } from '../user-pools/user-pools.ts'

// Amplify warns of every endpoint that is not AWS's own.
ConsoleLogger.LOG_LEVEL = 'ERROR'

interface Fixtures {
  /** Starts user pools and configures Amplify, unmodified, for the first pool's first client. */
  startAmplify: (options?: StartOptions) => Promise<RunningUserPools>
}

/** What Amplify keeps in a browser's storage; here each test has its own. */
function createStorage() {
  const items = new Map<string, string>()
  return {
    setItem: (key: string, value: string) => Promise.resolve(void items.set(key, value)),
    getItem: (key: string) => Promise.resolve(items.get(key) ?? null),
    removeItem: (key: string) => Promise.resolve(void items.delete(key)),
    clear: () => Promise.resolve(items.clear()),
  }
}

export const test = base.extend<Fixtures>({
  startAmplify: async ({ start }, use) => {
    await use(async (options) => {
      const running = await start(options)
      const pool = running.pools[0]!
      Amplify.configure({
        Auth: {
          Cognito: {
            userPoolId: pool.id,
            userPoolClientId: pool.clients[0]!.id,
            userPoolEndpoint: running.url,
          },
        },
      })
      cognitoUserPoolsTokenProvider.setKeyValueStorage(createStorage())
      return running
    })
    await signOut()
  },
})
