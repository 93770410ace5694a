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
  const rows = store.table<StateRow>('managed-login/federation-states')
  const hashOf = async (text: string) => toHex(await crypto.sha256(encoder.encode(text)))

  const find = (key: string): StateRow | undefined => {
    const row = rows.get(key)
    return row && clock.now() < row.expiresAtMs ? row : undefined
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

    has: async (state) => find(await hashOf(state)) !== undefined,

    async take(state, request) {
      const browser = readCookie(request, cookieName)
      if (browser === undefined) return undefined
      const key = await hashOf(state)
      const browserHash = await hashOf(browser)
      const row = find(key)
      // Whoever stole the state cannot use it up either.
      if (row?.browserHash !== browserHash) return undefined
      rows.delete(key)
      return row
    },
  }
}
