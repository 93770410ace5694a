import { createBrowserSessions } from '../authorization-server/browser-sessions.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { UserPoolConfig } from '../user-pools/config.ts'
import type { UserRecord } from '../user-pools/model.ts'
import type { Proof } from '../user-pools/sign-in/proof.ts'
import type { Users } from '../user-pools/users/users.ts'

interface SessionRow {
  poolId: string
  sub: string
  authTimeMs: number
  providerName?: string
  proved?: readonly Proof[]
}

/** Who is signed in at the domain, and since when. */
export interface LoginSession {
  user: UserRecord
  authTimeMs: number
  /** Of the identity provider where they proved who they are; undefined if that was here. */
  providerName?: string
  /** What they have shown here; undefined if that was at a provider. */
  proved?: readonly Proof[]
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

const lifetimeSeconds = 3600

export function createSessions(runtime: Runtime, users: Users, cookiePath: () => string): Sessions {
  const sessions = createBrowserSessions<SessionRow>({
    runtime,
    table: 'managed-login/sessions',
    cookieName: 'cognito',
    cookiePath,
    cookieSeconds: lifetimeSeconds,
  })
  return {
    start: (pool, { user, ...rest }) =>
      sessions.start(
        { poolId: pool.id, sub: user.sub, ...rest },
        rest.authTimeMs + lifetimeSeconds * 1000,
      ),

    async find(pool, request) {
      const session = await sessions.find(request)
      if (session?.poolId !== pool.id) return undefined
      const user = users.findBySub(pool, session.sub)
      const isGood = user?.enabled === true && user.status !== 'UNCONFIRMED'
      const { poolId: _poolId, sub: _sub, ...rest } = session
      return isGood ? { user, ...rest } : undefined
    },

    end: (request) => sessions.end(request),
  }
}
