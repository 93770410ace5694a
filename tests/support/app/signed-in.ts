import { signIn } from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import * as auth from '../../../src/auth/auth-client.ts'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import { installLocalMode } from '../../../src/local-mode.ts'
import { startFlakyProxy, type FlakyProxy } from './flaky-proxy.ts'
import { test as base, type TestStandIn } from '../stand-in.ts'

// Amplify warns of every endpoint that is not AWS's own.
ConsoleLogger.LOG_LEVEL = 'ERROR'

export interface SignedIn {
  standIn: TestStandIn
  /** Between the app and S3. */
  s3: FlakyProxy
  person: { email: string; password: string }
}

interface Fixtures {
  /** Ada, signed in by Amplify in this page, as the app configures it on the local AWS. */
  signedIn: SignedIn
}

export const test = base.extend<Fixtures>({
  signedIn: async ({ standIn }, use) => {
    const person = { email: 'ada@example.com', password: 'Correct-Horse-1' }
    const original = window.fetch.bind(window)
    const s3 = await startFlakyProxy(standIn.s3Url)
    const { config } = standIn
    provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
    await loadAuth()
    if (config.local) {
      installLocalMode({ ...config, local: { ...config.local, s3Endpoint: s3.url } })
    }
    await auth.signUp(person.email, person.password)
    await auth.confirmSignUp(person.email, standIn.outbox[0]?.code ?? '')
    await signInAs(person)
    await use({ standIn, s3, person })
    await auth.signOut()
    window.fetch = original
    await s3.close()
  },
})

/** By password in clear text: SRP takes Amplify seconds where no browser swaps its arithmetic. */
export async function signInAs({ email, password }: SignedIn['person']): Promise<void> {
  await signIn({
    username: email,
    password,
    options: { authFlowType: 'USER_PASSWORD_AUTH' },
  })
}
