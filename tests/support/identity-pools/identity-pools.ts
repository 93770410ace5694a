import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { test as base } from 'vitest'
import type { Role } from '../../../local/iam/policy/policy.ts'
import type { IdentityPoolConfig } from '../../../local/identity-pools/config.ts'
import type { VerifyLogin } from '../../../local/identity-pools/login.ts'
import {
  createIdentityPools,
  type IdentityPools,
  type IdentityPoolsOptions,
} from '../../../local/identity-pools/service.ts'
import { identityPool } from './identity-pool-config.ts'
import { listen } from '../node/listen.ts'
import { createTestRuntime, type TestRuntime } from '../core/test-runtime.ts'
import { createTokenIssuer, type TokenIssuer } from './token-issuer.ts'

export interface RunningIdentityPools {
  /** The real SDK's client, over a socket. */
  cognito: CognitoIdentityClient
  service: IdentityPools
  /** Changes to it hold from the next request on, like those of the template. */
  pools: IdentityPoolConfig[]
  runtime: TestRuntime
  url: string
  /** A user pool that the identity pool knows. */
  people: TokenIssuer
  /** Another issuer; a pool knows it when it is configured to. */
  others: TokenIssuer
  /** `Logins` of one person of `people`. */
  loginsOf: (sub: string, claims?: object) => Promise<Record<string, string>>
  getId: (Logins?: Record<string, string>) => Promise<string>
  getCredentials: (
    IdentityId: string,
    Logins?: Record<string, string>,
    more?: { CustomRoleArn?: string },
  ) => ReturnType<typeof getCredentials>
}

interface StartOptions {
  pools?: IdentityPoolConfig[]
  roles?: Role[]
  /** Who may sign. */
  resolveCredentials?: NonNullable<IdentityPoolsOptions['resolveCredentials']>
  /** Of an earlier start, as after a restart. */
  runtime?: TestRuntime
}

interface Fixtures {
  /** Starts identity pools of its own; they stop with the test. */
  start: (options?: StartOptions) => Promise<RunningIdentityPools>
}

export const test = base.extend<Fixtures>({
  // Vitest reads the fixture's needs off the first parameter's pattern.
  // oxlint-disable-next-line no-empty-pattern
  start: async ({}, use) => {
    const closers: (() => Promise<void>)[] = []
    await use((options = {}) => startIdentityPools(options, closers))
    for (const close of closers) await close()
  },
})

async function startIdentityPools(
  options: StartOptions,
  closers: (() => Promise<void>)[],
): Promise<RunningIdentityPools> {
  const { pools = [identityPool()], roles = [], runtime = createTestRuntime() } = options
  const [people, others] = await Promise.all([
    createTokenIssuer(runtime.clock, 'http://localhost:9229/us-east-1_ExAmPlE01'),
    createTokenIssuer(runtime.clock, 'https://login.example.com'),
  ])
  const verifyLogin: VerifyLogin = (name, token) =>
    (name === others.providerName ? others : people).verifyLogin(name, token)
  const service = createIdentityPools({
    pools: () => pools,
    roles: () => roles,
    runtime,
    verifyLogin,
    ...(options.resolveCredentials && { resolveCredentials: options.resolveCredentials }),
  })
  const { url, close } = await listen(service.fetch)
  const cognito = new CognitoIdentityClient({ endpoint: url, region: 'us-east-1' })
  closers.push(() => {
    cognito.destroy()
    return close()
  })
  return {
    cognito,
    service,
    pools,
    runtime,
    url,
    people,
    others,
    loginsOf: async (sub, claims = {}) => ({
      [people.providerName]: await people.idToken({ sub, ...claims }),
    }),
    getId: async (Logins) => {
      const input = { IdentityPoolId: pools[0]?.id, ...(Logins && { Logins }) }
      const { IdentityId = '' } = await cognito.send(new GetIdCommand(input))
      return IdentityId
    },
    getCredentials: (IdentityId, Logins, more) =>
      getCredentials(cognito, { IdentityId, ...(Logins && { Logins }), ...more }),
  }
}

async function getCredentials(
  cognito: CognitoIdentityClient,
  input: { IdentityId: string; Logins?: Record<string, string>; CustomRoleArn?: string },
) {
  const { IdentityId = '', Credentials } = await cognito.send(
    new GetCredentialsForIdentityCommand(input),
  )
  const { AccessKeyId = '', SecretKey = '', SessionToken = '', Expiration } = Credentials ?? {}
  return { IdentityId, AccessKeyId, SecretKey, SessionToken, Expiration }
}
