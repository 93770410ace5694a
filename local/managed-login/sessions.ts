import { cookie, readCookie } from '../http/cookies.ts'
import { toBase64Url } from '../core/base64.ts'
import { toHex } from '../core/hex.ts'
import type { Runtime } from '../core/runtime.ts'
import type { UserPoolConfig } from '../user-pools/config.ts'
import type { UserRecord } from '../user-pools/model.ts'
import type { Users } from '../user-pools/users.ts'
import { sweepAfter } from '../core/sweep.ts'

interface SessionRow {
  poolId: string
  sub: string
  authTimeMs: number
  expiresAtMs: number
}

/** Who is signed in at the domain, and since when. */
export interface LoginSession {
  user: UserRecord
  authTimeMs: number
}

/**
 * The domain's own sessions, in the cookie `cognito`: an hour from sign-in, however much they are
 * used. Tokens are another matter: neither GlobalSignOut nor revocation ends a session.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
 */
export interface Sessions {
  /** @returns the value of `Set-Cookie`. */
  start(pool: UserPoolConfig, session: LoginSession): Promise<string>
  /** Undefined too for whoever is gone, disabled or unconfirmed by now. */
  find(pool: UserPoolConfig, request: Request): Promise<LoginSession | undefined>
  /** @returns the value of `Set-Cookie` that removes the cookie. */
  end(request: Request): Promise<string>
}

const cookieName = 'cognito'
const lifetimeSeconds = 3600

const encoder = new TextEncoder()

export function createSessions({ clock, crypto, random, store }: Runtime, users: Users): Sessions {
  const rows = store.table<SessionRow>('managed-login/sessions')
  const keyOf = async (id: string) => toHex(await crypto.sha256(encoder.encode(id)))

  return {
    async start(pool, { user, authTimeMs }) {
      const id = toBase64Url(random.bytes(32))
      const key = await keyOf(id)
      const expiresAtMs = authTimeMs + lifetimeSeconds * 1000
      store.transaction(() => {
        sweepAfter(rows, key, (row) => row.expiresAtMs <= clock.now())
        rows.set(key, { poolId: pool.id, sub: user.sub, authTimeMs, expiresAtMs })
      })
      return cookie(cookieName, id, lifetimeSeconds)
    },

    async find(pool, request) {
      const id = readCookie(request, cookieName)
      if (id === undefined) return undefined
      const row = rows.get(await keyOf(id))
      if (row?.poolId !== pool.id || row.expiresAtMs <= clock.now()) return undefined
      const user = users.findBySub(pool, row.sub)
      const isGood = user?.enabled === true && user.status !== 'UNCONFIRMED'
      return isGood ? { user, authTimeMs: row.authTimeMs } : undefined
    },

    async end(request) {
      const id = readCookie(request, cookieName)
      if (id !== undefined) rows.delete(await keyOf(id))
      return cookie(cookieName, '', 0)
    },
  }
}
