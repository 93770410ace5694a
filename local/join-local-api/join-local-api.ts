import type { AccessKey } from '../administrator.ts'
import { createAsAdministrator } from './as-administrator.ts'
import type { Clock } from '../core/ports/clock.ts'
import type { ConsoleFiles } from '../core/ports/console-files.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Timer } from '../core/ports/timer.ts'
import { resetStore } from '../core/store/kept-tables.ts'
import { expiriesOf } from './expiries.ts'
import type { Credentials } from '../iam/policy/policy.ts'
import type { IdentityPools } from '../identity-pools/service.ts'
import { nextExpiry } from '../local-api/clock/expiry.ts'
import type { MovableClock } from '../local-api/clock/movable-clock.ts'
import type { Edge } from '../local-api/edge.ts'
import { createEventStreams } from '../local-api/event-stream.ts'
import type { OperationNames } from '../local-api/faults/check-operation.ts'
import { createFaults } from '../local-api/faults/faults.ts'
import { createRequestLog } from '../local-api/requests/request-log.ts'
import type { Snapshots } from '../local-api/snapshots/snapshot-routes.ts'
import type { TriggerEvents } from '../local-api/triggers/trigger-events.ts'
import { createConsolePages } from '../local-api/console/console-pages.ts'
import { createMailPages } from '../local-api/messages/mail-pages.ts'
import { localApiRoutes } from '../local-api/routes.ts'
import { createLocalApi } from '../local-api/service.ts'
import { createPermissions } from './permissions.ts'
import { createNameRequest } from './name-request.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { CognitoRoute } from '../route-cognito.ts'
import type { S3 } from '../s3/service.ts'
import { appOrigins } from '../served-template.ts'
import type { Deployment } from '../template/deployment.ts'
import type { UserPools } from '../user-pools/service.ts'

interface Joined {
  adminToken: string
  administrator: AccessKey
  runtime: Runtime
  /** That of `runtime`. */
  clock: MovableClock
  /** Of this machine. */
  machineClock: Clock
  timer: Timer | undefined
  /** Undefined where there is no console. */
  consoleFiles: ConsoleFiles | undefined
  edge: Edge
  outbox: Outbox
  userPools: UserPools
  identityPools: IdentityPools
  s3: S3
  triggerEvents: TriggerEvents
  snapshots: Snapshots | undefined
  deployment: () => Deployment
  templateFile: string
  /** Of everybody who may sign. */
  resolveCredentials: (accessKeyId: string) => Credentials | undefined
  findRoute: (request: Request) => CognitoRoute
  operationNames: OperationNames
  region: string
  cognitoUrl: string
  s3Url: string
}

/** `/_local`, and what of it stands at the edge. */
export function joinLocalApi(options: Joined): {
  fetch: (request: Request, pathname?: string) => Promise<Response>
  reset(): Promise<void>
  endEvents(): void
} {
  const { runtime, clock, edge, outbox, userPools, identityPools, s3, deployment } = options
  const { adminToken, region, cognitoUrl, s3Url } = options
  const { findRoute } = options
  const nameOf = createNameRequest({ findRoute, s3OperationOf: s3.operationOf })
  const faults = createFaults({
    random: runtime.random,
    clock: options.machineClock,
    setSkew: clock.setSkew,
    // Where nothing counts time, nothing is slow.
    timer: options.timer ?? ((work) => (work(), () => undefined)),
    nameOf,
    s3Cors: s3.corsOf,
  })
  const requests = createRequestLog({ clock, nameOf, faultOf: faults.faultOf })
  edge.intercept(requests.interceptor)
  edge.intercept(faults.interceptor)

  async function reset(): Promise<void> {
    resetStore(runtime.store)
    clock.setOffset(0)
    faults.clear()
    options.triggerEvents.clear()
    requests.clear()
    outbox.announceReset()
    await runtime.blobs.clear()
  }

  const events = {
    messages: createEventStreams(outbox, 'message'),
    requests: createEventStreams(requests, 'request'),
  }
  const pools = () => userPools.context.pools()
  const mailPages = createMailPages(runtime.random, options.machineClock)
  const { fetch } = createLocalApi({
    adminToken,
    crypto: runtime.crypto,
    log: runtime.log,
    pages: createConsolePages(options.consoleFiles, runtime.log),
    mailPages,
    origins: () => appOrigins({ ...deployment(), userPools: pools() }),
    routes: localApiRoutes({
      messages: (to) => outbox.list(to),
      mailPages,
      events,
      clock,
      nextExpiry: () => nextExpiry(expiriesOf(runtime.store, pools()), clock.now()),
      requests,
      faults,
      operationNames: options.operationNames,
      triggerEvents: options.triggerEvents,
      snapshots: options.snapshots,
      permissions: createPermissions({
        identityPools,
        deployment,
        resolveCredentials: options.resolveCredentials,
        file: options.templateFile,
        nowMs: () => clock.now(),
      }),
      ...createAsAdministrator({
        key: options.administrator,
        crypto: runtime.crypto,
        region,
        wallNow: () => clock.wallNow(),
        cognitoUrl,
        s3Url,
        services: {
          'cognito-idp': userPools.fetch,
          'cognito-identity': identityPools.fetch,
          s3: s3.fetch,
        },
        buckets: () => deployment().buckets.map(({ name }) => name),
      }),
      reset,
    }),
  })
  return {
    fetch,
    reset,
    endEvents() {
      for (const stream of Object.values(events)) stream.close()
    },
  }
}
