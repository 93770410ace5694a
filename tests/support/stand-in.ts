import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test as base } from 'vitest'
import type { Log } from '../../local/core/ports/log.ts'
import type { Timer } from '../../local/core/ports/timer.ts'
import { startLocalAws } from '../../local/local-aws.ts'
import type { StoredMessage } from '../../local/outbox/outbox.ts'
import type { LocalConfigDocument } from '../../local/served-template.ts'
import type { StandIn } from '../../local/stand-in.ts'
import type { Deployment } from '../../local/template/deployment.ts'
import { createTestClock, type TestClock } from './core/clock.ts'
import { createTestCrypto } from './core/test-crypto.ts'
import { passwordsAlone } from './template/passwords-alone.mjs'

/** A local AWS on free ports, its data in memory, serving `infra/template.yaml`. */
export interface TestStandIn {
  /** As the template has it now. */
  readonly config: LocalConfigDocument
  /** As an app has it that was built before the template was edited. */
  readonly configAtStart: LocalConfigDocument
  /** Newest first. */
  readonly outbox: readonly StoredMessage[]
  adminToken: string
  administrator: { accessKeyId: string; secretAccessKey: string }
  clock: TestClock
  /** Of the Cognito APIs, without trailing slash. */
  url: string
  /** Of S3, without trailing slash. */
  s3Url: string
  /** Faults that the local AWS logged; the fixture expects none. */
  faults: readonly string[]
  /** What the terminal would show, functions' own lines among it. */
  printed: readonly string[]
  /** What the template describes, for what no configuration gives away. */
  deployment: () => Deployment
  /** Serves another template from now on. */
  reload(text: string): void
  reset(): Promise<void>
  intercept: StandIn['intercept']
  close(): Promise<void>
}

export interface TestStandInOptions {
  clock?: TestClock
  /** A folder, where data must survive. */
  data?: string
  /** Values for the template's parameters; without any, people have passwords alone. */
  parameters?: Readonly<Record<string, string>>
  template?: string
  /** Counts how long functions run. */
  timer?: Timer
  /** A file of them. */
  leakedPasswords?: string
  /** Of tokens. */
  issuer?: 'local' | 'aws'
  /** The administrator's key, instead of a random one. */
  administrator?: TestStandIn['administrator']
}

const ownTemplate = 'infra/template.yaml'

export async function startStandIn(options: TestStandInOptions = {}): Promise<TestStandIn> {
  const { clock = createTestClock(), data = ':memory:' } = options
  const { template = ownTemplate, administrator, issuer, timer } = options
  const parameters: Record<string, string> = {
    ...(template === ownTemplate && passwordsAlone),
    ...options.parameters,
  }
  const faults: string[] = []
  const printed: string[] = []
  const log: Log = {
    info: (message) => void printed.push(message),
    warn: (message) => faults.push(message),
    error: (message, cause) =>
      faults.push(`${message}: ${cause instanceof Error ? (cause.stack ?? '') : String(cause)}`),
  }
  const settings = { clock, crypto: createTestCrypto(), log, parameters, ...(timer && { timer }) }
  const localAws = await startLocalAws(
    {
      port: 0,
      data,
      template,
      ...(options.leakedPasswords && { leakedPasswords: options.leakedPasswords }),
      ...(administrator && { administrator }),
      ...(issuer && { issuer }),
    },
    settings,
  )
  const { standIn, cognitoPort, s3Port } = localAws
  return {
    get config() {
      return standIn.config()
    },
    configAtStart: structuredClone(standIn.config()),
    get outbox() {
      return standIn.outbox.list()
    },
    adminToken: standIn.adminToken,
    administrator: standIn.administrator,
    clock,
    url: `http://localhost:${cognitoPort}`,
    s3Url: `http://localhost:${s3Port}`,
    faults,
    printed,
    deployment: () => standIn.deployment(),
    reload(text) {
      // Another template may not know them.
      for (const name of Object.keys(passwordsAlone)) {
        if (!text.includes(`\n  ${name}:\n`)) Reflect.deleteProperty(parameters, name)
      }
      standIn.reload(text)
    },
    reset: () => standIn.reset(),
    intercept: (interceptor) => standIn.intercept(interceptor),
    close: () => localAws.close(),
  }
}

interface Fixtures {
  clock: TestClock
  standIn: TestStandIn
  /** The SDK's client of the user pool, unsigned as a browser's. */
  cognito: CognitoIdentityProviderClient
}

/** `test` with a fresh local AWS for each test that asks for one. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  clock: async ({}, use) => {
    await use(createTestClock())
  },
  standIn: async ({ clock }, use) => {
    const standIn = await startStandIn({ clock })
    await use(standIn)
    await standIn.close()
    expect(standIn.faults, 'faults of the local AWS').toEqual([])
  },
  cognito: async ({ standIn }, use) => {
    const client = new CognitoIdentityProviderClient({
      endpoint: standIn.url,
      region: standIn.config.region,
      credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    })
    await use(client)
    client.destroy()
  },
})
