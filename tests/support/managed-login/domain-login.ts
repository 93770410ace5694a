import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { test as base } from 'vitest'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import { createPageVisitor, type PageVisitor } from './page-visitor.ts'
import {
  startManagedLogin,
  type RunningManagedLogin,
  type Surroundings,
} from './start-managed-login.ts'
import type { RunningUserPools } from '../user-pools/user-pools.ts'

/** The domain of a pool, and the pool's API beside it. */
export type DomainLogin = RunningManagedLogin & RunningUserPools

interface Fixtures {
  start: (
    pool?: Partial<UserPoolConfig>,
    surroundings?: Partial<Surroundings>,
  ) => Promise<DomainLogin>
  visitor: PageVisitor
}

/** A test whose `start` starts managed login of a pool like this one; it stops with the test. */
export function withDefaults(defaults: Partial<UserPoolConfig>) {
  return base.extend<Fixtures>({
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
    start: async ({}, use) => {
      const closers: (() => Promise<void>)[] = []
      await use(async (overrides, surroundings) => {
        const login = await startManagedLogin(
          { ...defaults, ...overrides },
          { managedLoginVersion: 2, ...surroundings },
        )
        const cognito = new CognitoIdentityProviderClient({
          endpoint: login.url,
          region: 'us-east-1',
        })
        closers.push(() => {
          cognito.destroy()
          return login.close()
        })
        const newestCode = (to?: string) => login.outbox.list(to)[0]?.code ?? ''
        const { clock } = login.runtime
        const pools = [login.pool]
        return { ...login, cognito, clock, newestCode, pools } as unknown as DomainLogin
      })
      for (const close of closers) await close()
    },
    // oxlint-disable-next-line no-empty-pattern -- as above
    visitor: async ({}, use) => {
      await use(createPageVisitor())
    },
  })
}
