import { checked, type Checks } from '../../core/ports/checks.ts'
import { toBase64Url } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import type { Store } from '../../core/store/store.ts'
import type { CodeTarget } from '../codes/codes.ts'
import { UserPoolError } from '../errors.ts'
import type { MfaFactor, SoftwareToken } from '../model.ts'
import type { SignInProtection } from '../threat-protection/model.ts'
import type { PastChallenge } from '../triggers/auth-challenge.ts'
import type { Level, Proof, StepUp } from './proof.ts'
import { sweepAfter } from '../../core/store/sweep.ts'

/** What a session is good for next, and what it remembers for that. */
export type SessionState =
  /** From SignUp, for ConfirmSignUp. */
  | { kind: 'SIGN_UP' }
  /**
   * For InitiateAuth with USER_AUTH, in place of a proof: from ConfirmSignUp, which took a code, or
   * from SignUp, where nothing had to be confirmed.
   */
  | { kind: 'AUTO_SIGN_IN'; proof?: 'SIGN_UP_CODE' }
  /** From USER_AUTH, for every challenge up to the first proof: choosing a factor costs nothing. */
  | {
      kind: 'FIRST_FACTOR'
      name?: string
      code?: SentCode
      passkeyChallenge?: string
      stepUp?: StepUp
    }
  /** From CUSTOM_AUTH, for the challenge that functions of the pool's have asked for. */
  | {
      kind: 'CUSTOM_AUTH'
      asked: 'PASSWORD_VERIFIER' | 'CUSTOM_CHALLENGE'
      name: string
      history: readonly PastChallenge[]
      proved: readonly Proof[]
      /** Of the question, for the function that looks at the answer. */
      privateParameters?: Readonly<Record<string, string>>
      metadata?: string
    }
  | ChallengeState

/** A one-time code that was sent to sign in with; it is good in its session and nowhere else. */
export interface SentCode extends CodeTarget {
  hashHex: string
}

/** How far a sign-in has got that is asked for more. */
export interface Reached {
  proved: readonly Proof[]
  target?: Level
  /** Of the device that the sign-in is at. */
  deviceKey?: string
  protection?: SignInProtection
}

/** Of a challenge that follows a proof; `challenges/further-challenges.ts` has a line for each. */
export type ChallengeState = Reached &
  (
    | {
        kind: 'NEW_PASSWORD_REQUIRED'
        /** Of the temporary password that was proved: a newer one ends the session. */
        saltHex: string
      }
    | { kind: 'SOFTWARE_TOKEN_MFA' }
    | { kind: 'SMS_MFA'; code: SentCode }
    | { kind: 'EMAIL_MFA'; code: SentCode }
    | { kind: 'SELECT_MFA_TYPE'; factors: readonly MfaFactor[] }
    | { kind: 'MFA_SETUP'; factors: readonly MfaFactor[]; token?: TokenSetup }
    | { kind: 'DEVICE_SRP_AUTH' }
    | { kind: 'DEVICE_PASSWORD_VERIFIER' }
  )

/** An authenticator app that is being set up. */
export interface TokenSetup {
  /** Base32. */
  secret: string
  /** Once the right code has come. */
  verified?: SoftwareToken
}

type SessionKind = SessionState['kind']

export interface SessionOwner<Kind extends SessionKind = SessionKind> {
  kind: Kind
  poolId: string
  clientId: string
}

export type Session<Kind extends SessionKind = SessionKind> = SessionOwner<Kind> &
  Extract<SessionState, { kind: Kind }> & {
    /** The internal username, or what was typed when there is no such user. */
    username: string
  }

type SessionRow = Session & {
  /** Wrong codes and signatures so far. */
  failures?: number
  expiresAtMs: number
  isUsed: boolean
}

/** Of a session that was found, good and unused; `consumeSession` takes it. */
export interface SessionKey {
  key: string
}

export type FoundSession<Kind extends SessionKind> = Session<Kind> & SessionKey

// How long an expired or used session still gets its own words instead of "Invalid session".
const remembersForMs = 3_600_000

/** What one session bears of wrong codes and signatures; six wrong ones are known to leave it as it was. */
const mostWrongProofs = 20

const encoder = new TextEncoder()

/** An opaque string for `session`; only its hash is kept. It lives for `AuthSessionValidity`. */
export async function issueSession(
  { clock, crypto, random, store }: Runtime,
  session: Session,
  lifetimeSeconds: number,
): Promise<string> {
  const text = toBase64Url(random.bytes(96))
  const key = toHex(await crypto.sha256(encoder.encode(text)))
  const expiresAtMs = clock.now() + lifetimeSeconds * 1000
  const sessions = store.table<SessionRow>('user-pools/sessions')
  store.transaction(() => {
    sweepAfter(sessions, key, (row) => row.expiresAtMs + remembersForMs < clock.now())
    sessions.set(key, { ...session, expiresAtMs, isUsed: false })
  })
  return text
}

/**
 * The session behind `text`, which stays usable until `consumeSession`: a wrong code costs nothing.
 *
 * @throws NotAuthorizedException: damaged or someone else's, expired, or used already.
 */
export function findSession<Kind extends SessionKind>(
  ctx: Runtime & { checks?: Checks | undefined },
  text: string,
  expected: SessionOwner<Kind>,
): Promise<FoundSession<Kind>> {
  return checked(ctx.checks, 'Session', () =>
    findSessionOfAnyClient(ctx, text, expected.kind, expected),
  )
}

/** The same for an operation that is not told whose session it is. */
export async function findSessionOfAnyClient<Kind extends SessionKind>(
  { clock, crypto, store }: Runtime,
  text: string,
  kind: Kind,
  owner?: { poolId: string; clientId: string },
): Promise<FoundSession<Kind>> {
  const key = toHex(await crypto.sha256(encoder.encode(text)))
  const row = store.table<SessionRow>('user-pools/sessions').get(key)
  if (!row || !isOf(row, kind)) throw invalidSession()
  if (owner && (row.poolId !== owner.poolId || row.clientId !== owner.clientId)) {
    throw invalidSession()
  }
  checkUnused(row)
  if (row.expiresAtMs <= clock.now()) {
    throw new UserPoolError(
      'NotAuthorizedException',
      'Invalid session for the user, session is expired.',
    )
  }
  return { ...row, key }
}

/** What a session is of, good or not; undefined when it is none of ours. */
export async function findSessionKind(
  { crypto, store }: Pick<Runtime, 'crypto' | 'store'>,
  text: string,
): Promise<SessionKind | undefined> {
  const key = toHex(await crypto.sha256(encoder.encode(text)))
  return store.table<SessionRow>('user-pools/sessions').get(key)?.kind
}

function isOf<Kind extends SessionKind>(
  row: Session,
  kind: Kind,
): row is Session<Kind> & SessionRow {
  return row.kind === kind
}

/**
 * Ends a session with the success it led to. Synchronous, so that of two answers at once one wins:
 * call it with no `await` before the write it guards.
 *
 * @throws NotAuthorizedException when another request was faster.
 */
export function consumeSession({ store }: Pick<Runtime, 'store'>, { key }: SessionKey): void {
  const sessions = store.table<SessionRow>('user-pools/sessions')
  const row = sessions.get(key)
  if (!row) throw invalidSession()
  checkUnused(row)
  sessions.set(key, { ...row, isUsed: true })
}

/**
 * Counts a wrong code or signature, outside of a transaction, which would take that back. A session
 * that has had too many of them is gone.
 */
export function countWrongProof({ store }: Pick<Runtime, 'store'>, { key }: SessionKey): void {
  const sessions = store.table<SessionRow>('user-pools/sessions')
  const row = sessions.get(key)
  if (!row) return
  const failures = (row.failures ?? 0) + 1
  if (failures < mostWrongProofs) sessions.set(key, { ...row, failures })
  else sessions.delete(key)
}

/** Of another user, client or challenge, or of nobody. */
export function invalidSession(): UserPoolError {
  return new UserPoolError('NotAuthorizedException', 'Invalid session for the user.')
}

function checkUnused(row: SessionRow): void {
  if (row.isUsed) {
    throw new UserPoolError(
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    )
  }
}

/** When each session of a sign-in that is not through is over. */
export function* sessionExpiries(store: Store): Generator<number> {
  for (const [, row] of store.table<SessionRow>('user-pools/sessions').entries()) {
    if (!row.isUsed) yield row.expiresAtMs
  }
}
