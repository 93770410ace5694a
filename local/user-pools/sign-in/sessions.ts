import { toBase64Url } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { UserPoolError } from '../errors.ts'
import { sweepAfter } from '../../core/store/sweep.ts'

/** What a session may be handed to next. */
type SessionKind =
  /** From SignUp, for ConfirmSignUp. */
  | 'SIGN_UP'
  /** From ConfirmSignUp, for InitiateAuth with USER_AUTH: signs in without another factor. */
  | 'AUTO_SIGN_IN'
  /** From USER_AUTH, for every challenge up to the first proof: choosing a factor costs nothing. */
  | 'FIRST_FACTOR'
  | 'NEW_PASSWORD_REQUIRED'

export interface SessionOwner {
  kind: SessionKind
  poolId: string
  clientId: string
}

export interface Session extends SessionOwner {
  /** The internal username, or what was typed when there is no such user. */
  username: string
}

interface SessionRow extends Session {
  expiresAtMs: number
  isUsed: boolean
}

/** A session that was found, good and unused; `consumeSession` takes it. */
export interface FoundSession extends Session {
  key: string
}

// How long an expired or used session still gets its own words instead of "Invalid session".
const remembersForMs = 3_600_000

const encoder = new TextEncoder()

/** An opaque string for `session`; only its hash is kept. It lives for `AuthSessionValidity`. */
export async function issueSession(
  { clock, crypto, random, store }: Runtime,
  session: Session,
  lifetimeSeconds: number,
): Promise<string> {
  const text = toBase64Url(random.bytes(96))
  const key = toHex(await crypto.sha256(encoder.encode(text)))
  const { kind, poolId, clientId, username } = session
  const expiresAtMs = clock.now() + lifetimeSeconds * 1000
  const sessions = store.table<SessionRow>('user-pools/sessions')
  store.transaction(() => {
    sweepAfter(sessions, key, (row) => row.expiresAtMs + remembersForMs < clock.now())
    sessions.set(key, { kind, poolId, clientId, username, expiresAtMs, isUsed: false })
  })
  return text
}

/**
 * The session behind `text`, which stays usable until `consumeSession`: a wrong code costs nothing.
 *
 * @throws NotAuthorizedException: damaged or someone else's, expired, or used already.
 */
export async function findSession(
  { clock, crypto, store }: Runtime,
  text: string,
  expected: SessionOwner,
): Promise<FoundSession> {
  const key = toHex(await crypto.sha256(encoder.encode(text)))
  const row = store.table<SessionRow>('user-pools/sessions').get(key)
  if (
    row?.kind !== expected.kind ||
    row.poolId !== expected.poolId ||
    row.clientId !== expected.clientId
  ) {
    throw new UserPoolError('NotAuthorizedException', 'Invalid session for the user.')
  }
  checkUnused(row)
  if (row.expiresAtMs <= clock.now()) {
    throw new UserPoolError(
      'NotAuthorizedException',
      'Invalid session for the user, session is expired.',
    )
  }

  const { kind, poolId, clientId, username } = row
  return { key, kind, poolId, clientId, username }
}

/**
 * Ends a session with the success it led to. Synchronous, so that of two answers at once one wins:
 * call it with no `await` before the write it guards.
 *
 * @throws NotAuthorizedException when another request was faster.
 */
export function consumeSession({ store }: Pick<Runtime, 'store'>, { key }: FoundSession): void {
  const sessions = store.table<SessionRow>('user-pools/sessions')
  const row = sessions.get(key)
  if (!row) throw new UserPoolError('NotAuthorizedException', 'Invalid session for the user.')
  checkUnused(row)
  sessions.set(key, { ...row, isUsed: true })
}

function checkUnused(row: SessionRow): void {
  if (row.isUsed) {
    throw new UserPoolError(
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    )
  }
}
