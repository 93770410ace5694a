import { toBase64Url } from '../core/encoding/base64.ts'
import { toHex } from '../core/encoding/hex.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Table } from '../core/store/store.ts'
import { sweepAfter } from '../core/store/sweep.ts'
import { cookie, readCookie } from '../http/cookies.ts'

/** Who is signed in at a browser: a random id in a cookie, of which only the hash is kept. */
export interface BrowserSessions<Session> {
  /**
   * @param seconds of the cookie, where they are others than usual.
   * @returns the value of `Set-Cookie`.
   */
  start(session: Session, expiresAtMs: number, seconds?: number): Promise<string>
  find(request: Request): Promise<Session | undefined>
  /** @returns the value of `Set-Cookie` that removes the cookie. */
  end(request: Request): Promise<string>
}

export interface BrowserSessionsOptions {
  runtime: Pick<Runtime, 'clock' | 'crypto' | 'random' | 'store'>
  /** Of the store; one for each server. */
  table: string
  cookieName: string
  cookiePath?: () => string
  /** Of the cookie; left out, it goes with the browser. */
  cookieSeconds?: number
}

interface Row<Session> {
  session: Session
  expiresAtMs: number
}

const encoder = new TextEncoder()

export function createBrowserSessions<Session>({
  runtime: { clock, crypto, random, store },
  table,
  cookieName,
  cookiePath = () => '/',
  cookieSeconds,
}: BrowserSessionsOptions): BrowserSessions<Session> {
  const rows: Table<Row<Session>> = store.table(table)
  const keyOf = async (id: string) => toHex(await crypto.sha256(encoder.encode(id)))

  return {
    async start(session, expiresAtMs, seconds = cookieSeconds) {
      const id = toBase64Url(random.bytes(32))
      const key = await keyOf(id)
      store.transaction(() => {
        sweepAfter(rows, key, (row) => row.expiresAtMs <= clock.now())
        rows.set(key, { session, expiresAtMs })
      })
      return cookie(cookieName, id, seconds, cookiePath())
    },

    async find(request) {
      const id = readCookie(request, cookieName)
      const row = id === undefined ? undefined : rows.get(await keyOf(id))
      return row && row.expiresAtMs > clock.now() ? row.session : undefined
    },

    async end(request) {
      const id = readCookie(request, cookieName)
      if (id !== undefined) rows.delete(await keyOf(id))
      return cookie(cookieName, '', 0, cookiePath())
    },
  }
}
