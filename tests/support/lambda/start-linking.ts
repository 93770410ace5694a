import { readFileSync } from 'node:fs'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { test as base } from 'vitest'
import type { Timer } from '../../../local/core/ports/timer.ts'
import type { FunctionConfig } from '../../../local/lambda/config.ts'
import { createFunctions } from '../../../local/lambda/functions.ts'
import { startFunction } from '../../../local/node/function-process.ts'
import { systemTimer } from '../../../local/node/system-timer.ts'
import { createOutbox, type Outbox } from '../../../local/outbox/outbox.ts'
import type { Deployment } from '../../../local/template/deployment.ts'
import { loadTemplate } from '../../../local/template/load-template.ts'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import type { OperationContext } from '../../../local/user-pools/context.ts'
import {
  signInFederated,
  type FederatedSignIn,
} from '../../../local/user-pools/federation/sign-in-federated.ts'
import type { UserRecord } from '../../../local/user-pools/model.ts'
import { createUserPools } from '../../../local/user-pools/service.ts'
import { parametersOf, socialProviders } from '../../infra/social-parameters.ts'
import { listen } from '../node/listen.ts'
import { createLoadContext } from '../template/load-context.ts'
import { createTestRuntime, type TestRuntime } from '../core/test-runtime.ts'

/** The user pool of `infra/template.yaml`, its trigger in a real worker that calls it by the SDK. */
export interface Linking {
  cognito: CognitoIdentityProviderClient
  outbox: Outbox
  runtime: TestRuntime
  ctx: OperationContext
  pool: UserPoolConfig
  /** May be replaced while it runs. */
  deployment: Deployment
  /** Runs another source instead of the trigger's own. */
  runInstead(change: Partial<FunctionConfig>): void
  /** A sign-in by a provider that has vouched for somebody, as at `/oauth2/idpresponse`. */
  comeBy(provider: string, claims: FederatedSignIn['claims'] & { sub: string }): Promise<UserRecord>
  everybody(): UserRecord[]
}

interface StartOptions {
  parameters?: Readonly<Record<string, string>>
  timer?: Timer
  /** Of the template: what is there, and what takes its place. */
  edit?: readonly [string, string]
}

async function start({ parameters = {}, timer = systemTimer, edit }: StartOptions) {
  const runtime = createTestRuntime()
  const outbox = createOutbox(runtime)
  const template = readFileSync('infra/template.yaml', 'utf8')
  const text = edit ? template.replace(...edit) : template
  const given = { ...parametersOf(socialProviders), ...parameters }
  const deployment = loadTemplate({ file: 'template.yaml', text }, createLoadContext(given))
  const linking = { deployment }
  const listening = await listen((request) => userPools.fetch(request))
  const functions = createFunctions({
    functions: () => linking.deployment.functions,
    roles: () => linking.deployment.roles,
    runtime,
    region: deployment.region,
    endpointUrl: listening.url,
    s3EndpointUrl: 'http://127.0.0.1:9230',
    start: startFunction,
    timer,
  })
  const userPools = createUserPools({
    pools: () => linking.deployment.userPools,
    runtime,
    deliver: outbox.deliver,
    domainUrl: () => 'https://domain.example',
    invoke: functions.invoke,
    resolveCredentials: functions.resolveCredentials,
  })
  const close = async () => {
    await functions.close()
    await listening.close()
  }
  return { runtime, outbox, linking, ctx: userPools.context, url: listening.url, close }
}

export const test = base.extend<{ startLinking: (options?: StartOptions) => Promise<Linking> }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  startLinking: async ({}, use) => {
    const closers: (() => Promise<void>)[] = []
    await use(async (options = {}) => {
      const { linking, url, close, ...started } = await start(options)
      closers.push(close)
      const { ctx } = started
      const [pool] = linking.deployment.userPools as [UserPoolConfig]
      const [client] = pool.clients as [UserPoolConfig['clients'][number]]
      const cognito = new CognitoIdentityProviderClient({ endpoint: url, region: pool.region })
      return Object.assign(linking, {
        ...started,
        cognito,
        pool,
        runInstead(change: Partial<FunctionConfig>) {
          const functions = linking.deployment.functions.map((own) => ({ ...own, ...change }))
          linking.deployment = { ...linking.deployment, functions }
        },
        async comeBy(name: string, claims: FederatedSignIn['claims'] & { sub: string }) {
          const provider = pool.identityProviders?.find((one) => one.name === name)
          if (!provider) throw new Error(`The pool has no provider ${name}`)
          const answers = { tokenResponse: {}, idToken: claims, userInfo: {} }
          const subject = claims.sub
          return signInFederated(ctx, { pool, client, provider, subject, claims, answers })
        },
        everybody: () => [...ctx.users.list(pool)],
      })
    })
    for (const close of closers) await close()
  },
})
