import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { test as base } from 'vitest'
import type { GenerateDataKey } from '../../../local/core/ports/data-key.ts'
import type { InvokeFunction } from '../../../local/core/ports/invoke-function.ts'
import type { DeliverMessage } from '../../../local/core/ports/message.ts'
import { createOutbox, type Outbox } from '../../../local/outbox/outbox.ts'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import {
  createUserPools,
  type UserPools,
  type UserPoolsOptions,
} from '../../../local/user-pools/service.ts'
import { listen } from '../node/listen.ts'
import { createTestRuntime, type TestRuntime } from '../core/test-runtime.ts'
import { emailPool } from './user-pool-config.ts'
import { createYieldingCrypto } from '../core/yielding-crypto.ts'

export interface RunningUserPools extends Pick<UserPools, 'verifyIdToken'> {
  /** The real SDK's client, over a socket. */
  cognito: CognitoIdentityProviderClient
  outbox: Outbox
  runtime: TestRuntime
  clock: TestRuntime['clock']
  pools: UserPoolConfig[]
  url: string
  /** The code in the newest message. */
  newestCode: (to?: string) => string
}

export interface StartOptions {
  pools?: UserPoolConfig[]
  deliver?: DeliverMessage
  /** For pools with triggers. */
  invoke?: InvokeFunction
  /** For pools whose functions send messages. */
  generateDataKey?: GenerateDataKey
  /** For operations that create pools. */
  definitions?: NonNullable<UserPoolsOptions['definitions']>
  /** For user imports. */
  importFiles?: NonNullable<UserPoolsOptions['importFiles']>
  /** Instead of the usual list. */
  leakedPasswords?: ReadonlySet<string>
  /** Who may sign. */
  resolveCredentials?: NonNullable<UserPoolsOptions['resolveCredentials']>
  /** Requests at once take turns at each step, as on a busy machine. */
  isBusy?: boolean
}

interface Fixtures {
  /** Starts user pools of its own; they stop with the test. */
  start: (options?: StartOptions) => Promise<RunningUserPools>
}

export const test = base.extend<Fixtures>({
  // Vitest reads the fixture's needs off the first parameter's pattern.
  // oxlint-disable-next-line no-empty-pattern
  start: async ({}, use) => {
    const closers: (() => Promise<void>)[] = []
    await use(async ({ pools = [emailPool()], deliver, isBusy = false, ...options } = {}) => {
      const runtime = createTestRuntime()
      if (isBusy) runtime.crypto = createYieldingCrypto(runtime.crypto)
      const outbox = createOutbox(runtime)
      const { fetch, verifyIdToken } = createUserPools({
        pools: () => pools,
        runtime,
        deliver: deliver ?? outbox.deliver,
        ...options,
      })
      const { url, close } = await listen(fetch)
      const cognito = new CognitoIdentityProviderClient({ endpoint: url, region: 'us-east-1' })
      closers.push(() => {
        cognito.destroy()
        return close()
      })
      const newestCode = (to?: string) => outbox.list(to)[0]?.code ?? 'none was sent'
      return {
        cognito,
        outbox,
        runtime,
        clock: runtime.clock,
        pools,
        url,
        newestCode,
        verifyIdToken,
      }
    })
    for (const close of closers) await close()
  },
})
