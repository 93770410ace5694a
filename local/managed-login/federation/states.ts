import { toBase64Url } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { sweepAfter } from '../../core/store/sweep.ts'
import { cookie, readCookie } from '../../http/cookies.ts'

/** A sign-in that is at an identity provider. */
export interface PendingFederation {
  providerName: string
  /** The app's whole request for authorization, with its `?`. */
  search: string
  nonce: string
  codeVerifier: string
}

interface StateRow extends PendingFederation {
  /** Of the browser that it was started in. */
  browserHash: string
  expiresAtMs: number
}

/** What is left of a sign-in that came back: whose it was. */
interface UsedRow extends Pick<StateRow, 'search' | 'browserHash' | 'expiresAtMs'> {
  isUsed: true
}

/**
 * What `state` stands for towards identity providers: random, good once, at one provider, in the
 * browser that the sign-in was started in (RFC 9700, sections 4.4 and 4.7). Only hashes are kept.
 */
export interface FederationStates {
  /** @returns the state, and values of `Set-Cookie`. */
  add(request: Request, pending: PendingFederation): Promise<{ state: string; cookies: string[] }>
  /** Whether there is such a sign-in, in whatever browser. */
  has(state: string): Promise<boolean>
  /** Undefined for a state that is made up, used, too old, or another browser's. */
  take(state: string, request: Request): Promise<PendingFederation | undefined>
  /** The app's request of a sign-in that came back to this browser already. */
  findUsed(state: string, request: Request): Promise<string | undefined>
}

// As AWS calls it. One for all sign-ins of a browser, so that two tabs do not disturb each other.
const cookieName = 'csrf-state'
const lifetimeSeconds = 900
// The base64url of 32 bytes.
const idForm = /^[\w-]{43}$/

const encoder = new TextEncoder()

export function createFederationStates(
  runtime: Runtime,
  cookiePath: () => string,
): FederationStates {
  const { clock, crypto, random, store } = runtime
  const rows = store.table<StateRow | UsedRow>('managed-login/federation-states')
  const hashOf = async (text: string) => toHex(await crypto.sha256(encoder.encode(text)))

  const find = (key: string) => {
    const row = rows.get(key)
    return row && clock.now() < row.expiresAtMs ? row : undefined
  }

  /** Of this browser: whoever stole the state can neither use it nor use it up. */
  async function findOwn(key: string, request: Request) {
    const browser = readCookie(request, cookieName)
    if (browser === undefined) return undefined
    const browserHash = await hashOf(browser)
    const row = find(key)
    return row?.browserHash === browserHash ? row : undefined
  }

  return {
    async add(request, pending) {
      const state = toBase64Url(random.bytes(32))
      const known = readCookie(request, cookieName) ?? ''
      const browser = idForm.test(known) ? known : toBase64Url(random.bytes(32))
      const key = await hashOf(state)
      const browserHash = await hashOf(browser)
      const expiresAtMs = clock.now() + lifetimeSeconds * 1000
      store.transaction(() => {
        sweepAfter(rows, key, (row) => row.expiresAtMs <= clock.now())
        rows.set(key, { ...pending, browserHash, expiresAtMs })
      })
      return { state, cookies: [cookie(cookieName, browser, lifetimeSeconds, cookiePath())] }
    },

    async has(state) {
      const row = find(await hashOf(state))
      return row !== undefined && !isUsed(row)
    },

    async take(state, request) {
      const key = await hashOf(state)
      const row = await findOwn(key, request)
      if (!row || isUsed(row)) return undefined
      const { search, browserHash, expiresAtMs } = row
      rows.set(key, { search, browserHash, expiresAtMs, isUsed: true })
      return row
    },

    async findUsed(state, request) {
      const row = await findOwn(await hashOf(state), request)
      return row && isUsed(row) ? row.search : undefined
    },
  }
}

function isUsed(row: StateRow | UsedRow): row is UsedRow {
  return 'isUsed' in row
}
