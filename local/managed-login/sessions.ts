import { createBrowserSessions } from '../authorization-server/browser-sessions.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { senderOf } from '../http/sender.ts'
import type { ClientOfPool } from '../user-pools/context.ts'
import type { UserRecord } from '../user-pools/model.ts'
import type { Proof, ProviderProof } from '../user-pools/sign-in/proof.ts'
import {
  endDomainSession,
  findDomainSession,
  keepDomainSession,
} from '../user-pools/sessions/domain-sessions.ts'
import {
  defaultDomainMinutes,
  domainMinutesOf,
  sessionTrackingOf,
} from '../user-pools/sessions/session-settings.ts'
import { newSessionId, seenAt } from '../user-pools/sessions/user-sessions.ts'
import type { Users } from '../user-pools/users/users.ts'

interface SessionRow {
  poolId: string
  sub: string
  authTimeMs: number
  providerName?: string
  federated?: ProviderProof
  proved?: readonly Proof[]
  /** Where the pool keeps its sessions. */
  id?: string
}

/** Who is signed in at the domain, and since when. */
export interface LoginSession {
  user: UserRecord
  authTimeMs: number
  /** Of the identity provider where they proved who they are; undefined if that was here. */
  providerName?: string
  /** What they have shown there. */
  federated?: ProviderProof
  /** What they have shown here; undefined if that was at a provider. */
  proved?: readonly Proof[]
  /** Where the pool keeps its sessions. */
  id?: string
}

/**
 * The domain's own sessions, in the cookie `cognito`: an hour from sign-in, however much they are
 * used, or as long as the app client says where the pool keeps sessions. There they can be revoked.
 * Tokens are another matter: neither GlobalSignOut nor their revocation ends a session.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html
 */
export interface Sessions {
  start(place: ClientOfPool, session: LoginSession, request: Request): Promise<StartedSession>
  /**
   * Undefined too for whoever is gone, disabled or unconfirmed by now, and where the session is too
   * old for this app client.
   */
  find(place: ClientOfPool, request: Request): Promise<LoginSession | undefined>
  /** @returns the value of `Set-Cookie` that removes the cookie. */
  end(request: Request): Promise<string>
}

interface StartedSession extends LoginSession {
  /** The value of `Set-Cookie`. */
  cookie: string
}

const lifetimeSeconds = defaultDomainMinutes * 60

export function createSessions(runtime: Runtime, users: Users, cookiePath: () => string): Sessions {
  const sessions = createBrowserSessions<SessionRow>({
    runtime,
    table: 'managed-login/sessions',
    cookieName: 'cognito',
    cookiePath,
    cookieSeconds: lifetimeSeconds,
  })
  return {
    async start({ pool, client }, { user, ...begun }, request) {
      const { store, random } = runtime
      const row = { poolId: pool.id, sub: user.sub, ...begun }
      const { authTimeMs } = begun
      if (!sessionTrackingOf(store, pool).isOn) {
        const cookie = await sessions.start(row, authTimeMs + lifetimeSeconds * 1000)
        return { user, ...begun, cookie }
      }
      const id = newSessionId(random, 'sso')
      const minutes = pool.clients.map((one) => domainMinutesOf(store, pool, one))
      const seconds = Math.max(...minutes) * 60
      const expiresAtMs = authTimeMs + seconds * 1000
      const cookie = await sessions.start({ ...row, id }, expiresAtMs, seconds)
      const seen = seenAt(authTimeMs, senderOf(request))
      const kept = { id, clientId: client.id, createdAtMs: authTimeMs, expiresAtMs, ...seen }
      keepDomainSession(store, user, kept, authTimeMs)
      return { user, ...begun, id, cookie }
    },

    async find({ pool, client }, request) {
      const session = await sessions.find(request)
      if (session?.poolId !== pool.id) return undefined
      const user = users.findBySub(pool, session.sub)
      const isGood = user?.enabled === true && user.status !== 'UNCONFIRMED'
      if (!isGood) return undefined
      const { store, clock } = runtime
      const { poolId: _poolId, sub: _sub, ...rest } = session
      const { isOn } = sessionTrackingOf(store, pool)
      const minutes = isOn ? domainMinutesOf(store, pool, client) : defaultDomainMinutes
      if (clock.now() >= rest.authTimeMs + minutes * 60_000) return undefined
      const isRevoked = rest.id !== undefined && !findDomainSession(store, user, rest.id)
      return isRevoked ? undefined : { user, ...rest }
    },

    async end(request) {
      const session = await sessions.find(request)
      if (session?.id !== undefined) {
        endDomainSession(runtime.store, { poolId: session.poolId, sub: session.sub }, session.id)
      }
      return sessions.end(request)
    },
  }
}
