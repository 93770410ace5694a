import type { Blobs } from './core/ports/blobs.ts'
import type { Clock } from './core/ports/clock.ts'
import type { CookieJar } from './core/ports/cookie-jar.ts'
import type { Log } from './core/ports/log.ts'
import type { Random } from './core/ports/random.ts'
import type { Service } from './core/ports/service.ts'
import type { Timer } from './core/ports/timer.ts'
import { createWebCrypto } from './core/crypto/web-crypto.ts'
import { createMemoryBlobs } from './core/store/memory-blobs.ts'
import { createMemoryStates } from './core/store/memory-states.ts'
import { createMemoryStore } from './core/store/memory-store.ts'
import type { Store } from './core/store/store.ts'
import { randomAdminToken } from './local-api/token.ts'
import { createRestorableStandIn } from './restorable/restorable-stand-in.ts'
import { liveBlobIds } from './s3/objects/live-blobs.ts'
import { createStandIn, type StandIn } from './stand-in.ts'
import { usersTable } from './user-pools/users/users.ts'
import { createCookieJar, withCookieJar } from './web/cookie-jar.ts'
import { startFunctionInRealm } from './web/function-in-realm.ts'
import { receive } from './web/receive.ts'
import { webFetch } from './web/web-fetch.ts'

export interface WebAwsOptions {
  template: { text: string; file: string }
  parameters?: Readonly<Record<string, string>>
  /** E.g. `https://demo.example/aws`: its pages are in the scope of the service worker. */
  cognitoUrl: string
  /** At the root of an origin; nothing need be there. */
  s3Url: string
  /** In memory, where none is given; only then there are snapshots. */
  store?: Store
  blobs?: Blobs
  cookies?: CookieJar
}

export interface WebAws {
  standIn: StandIn
  /** @returns undefined for a request to anywhere else. */
  fetch(request: Request): Promise<Response> | undefined
}

// oxlint-disable-next-line no-restricted-properties -- this is the edge, where time comes from
const clock: Clock = { now: () => Date.now() }
const random: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }
const timer: Timer = (work, afterMs) => {
  const id = setTimeout(work, afterMs)
  return () => clearTimeout(id)
}
const log: Log = {
  info: (message) => console.info(message),
  warn: (message) => console.warn(message),
  error: (message, cause) => console.error(message, cause),
}

/**
 * The local AWS without a server: in a browser, for a service worker that answers with it.
 *
 * @throws TemplateError
 */
export async function createWebAws(options: WebAwsOptions): Promise<WebAws> {
  const { template, parameters = {}, cognitoUrl, s3Url } = options
  const { store, blobs, cookies = createCookieJar(clock) } = options
  const served = {
    template,
    parameters,
    cognitoUrl,
    s3Url,
    adminToken: randomAdminToken(random),
    fetch: webFetch,
    functionHost: { start: startFunctionInRealm, timer },
  }
  const world = { clock, random, log, crypto: createWebCrypto() }
  const states = createMemoryStates({ random, liveBlobIds, peopleTable: usersTable })
  const standIn = await ((store ?? blobs)
    ? createStandIn(served, {
        ...world,
        store: store ?? createMemoryStore(),
        blobs: blobs ?? createMemoryBlobs(random),
      })
    : createRestorableStandIn(served, world, states, timer))
  const services: readonly (readonly [url: string, service: Service])[] = [
    [cognitoUrl, withCookieJar(standIn.cognito, cookies)],
    [s3Url, async (request) => standIn.s3(await receive(request))],
  ]
  return {
    standIn,
    fetch(request) {
      const found = services.find(
        ([url]) => request.url === url || request.url.startsWith(`${url}/`),
      )
      return found?.[1](request)
    },
  }
}
