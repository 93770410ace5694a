import { rmSync, writeFileSync } from 'node:fs'
import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import type { CspEndpoints } from '../../../infra/build/pages/security-headers.ts'
import { startLocalAws } from '../../../local/local-aws.ts'
import type { StoredMessage } from '../../../local/outbox/outbox.ts'
import type { LocalConfigDocument } from '../../../local/served-template.ts'
import { signingClient } from '../../support/iam/administrator.ts'
import { createTestClock, type TestClock } from '../../support/core/clock.ts'
import { edited } from '../../support/template/edit-template.ts'
import { serveApp, type AppServer } from './app-server.ts'
import { createKeysOnce } from './keys-made-once.ts'
import { templateAsItComes, writeTemplateFor } from './stack.ts'
import { expect, test as base } from './test.ts'

/** A local AWS of one test, which may break it. */
export interface OwnAws {
  /** The right configuration. */
  config: LocalConfigDocument
  /** What is wrong in `/config.json` from the app's next load on; undefined leaves a key out. */
  serve(wrong: {
    [Key in keyof LocalConfigDocument]?: Partial<LocalConfigDocument[Key]> | undefined
  }): void
  clock: TestClock
  /** Of the Cognito APIs, without trailing slash. */
  url: string
  /** Serves the template with some of its text replaced, at once. */
  edit(...edits: readonly (readonly [from: string, to: string])[]): void
  /** Serves the template as it comes, with what it takes in place of the password. */
  asItComes(): void
  /** Serves the template with these parameters' defaults, and the app what follows from them. */
  turnOn(defaults: Readonly<Record<string, string>>): void
  codeFor(address: string): string
  newestTo(address: string): StoredMessage | undefined
  administrator: { accessKeyId: string; secretAccessKey: string }
  s3Url: string
  /** As an administrator gives somebody an account. @returns the temporary password of the message. */
  invite(address: string): Promise<string>
}

/** The built app at an origin of its own, with any configuration. */
interface OwnApp extends AppServer {
  serve: (config: CspEndpoints) => void
}

interface Fixtures {
  app: OwnApp
  aws: OwnAws
}

/** A worker's, whose tests follow one another. */
const crypto = createKeysOnce()

/** The built app on a local AWS of its own: `/config.json` alone decides which one it talks to. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  app: async ({}, use) => {
    let served: CspEndpoints | undefined
    const server = await serveApp(() => served)
    await use({ ...server, serve: (config) => (served = config) })
    await server.close()
  },
  baseURL: ({ app }, use) => use(app.url),
  // Of every test, also of one that does not name it: the app has its configuration from here.
  aws: [
    async ({ context, app }, use) => {
      const clock = createTestClock()
      const faults: string[] = []
      const log = {
        info: () => undefined,
        warn: (message: string) => void faults.push(message),
        error: (message: string, cause: unknown) =>
          void faults.push(`${message}: ${String(cause)}`),
      }
      const template = writeTemplateFor(app.url)
      const options = { port: 0, data: ':memory:', template }
      // Moved, it is the time of AWS that goes on: the browser's stays behind, unless it is moved, too.
      const ofAws = { now: () => clock.now() }
      const localAws = await startLocalAws(options, { clock: ofAws, crypto, log })
      const { standIn, cognitoPort, s3Port } = localAws
      const config = standIn.config()
      app.serve(config)
      const aws: OwnAws = {
        config,
        serve(wrong) {
          const changed: object = wrong
          app.serve({ ...config, ...changed })
        },
        clock,
        url: `http://localhost:${cognitoPort}`,
        edit: (...edits) => standIn.reload(edited(template, ...edits)),
        asItComes() {
          // What is edited later is this one, too.
          writeFileSync(template, templateAsItComes(app.url))
          standIn.reload(templateAsItComes(app.url))
          app.serve(standIn.config())
        },
        turnOn(defaults) {
          const text = Object.entries(defaults).reduce(
            (before, [name, value]) =>
              before.replace(
                new RegExp(`(\\n  ${name}:\\n(?:    .*\\n)*?    Default: )'.*'\\n`),
                `$1'${value}'\n`,
              ),
            edited(template),
          )
          standIn.reload(text)
          app.serve(standIn.config())
        },
        newestTo: (address) => standIn.outbox.list(address)[0],
        administrator: standIn.administrator,
        s3Url: `http://localhost:${s3Port}`,
        codeFor(address) {
          const [newest] = standIn.outbox.list(address)
          if (!newest) throw new Error(`Nothing was sent to ${address}`)
          return newest.code
        },
        async invite(address) {
          const { administrator: credentials } = standIn
          const admin = signingClient(aws.url, credentials, config.region)
          await admin.send(
            new AdminCreateUserCommand({
              UserPoolId: config.userPoolId,
              Username: address,
              DesiredDeliveryMediums: ['EMAIL'],
              UserAttributes: [
                { Name: 'email', Value: address },
                { Name: 'email_verified', Value: 'true' },
              ],
            }),
          )
          admin.destroy()
          return aws.codeFor(address)
        },
      }
      // A machine without a network calls itself offline, though its own ports do answer.
      await context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true })
      })
      await use(aws)
      await localAws.close()
      rmSync(template)
      expect(faults, 'faults of the local AWS').toEqual([])
    },
    { auto: true },
  ],
  code: async ({ aws, person }, use) => {
    await use(() => Promise.resolve(aws.codeFor(person.email)))
  },
})

export { expect }
