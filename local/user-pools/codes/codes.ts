import { toHex } from '../../core/encoding/hex.ts'
import { randomDigits } from '../../core/ports/random.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import type { Store } from '../../core/store/store.ts'
import { UserPoolError } from '../errors.ts'
import type { ContactAttribute, UserRecord } from '../model.ts'
import { sweepAfter } from '../../core/store/sweep.ts'
import { keptTable } from '../../core/store/kept-tables.ts'

const keysTable = keptTable('user-pools/code-keys')

/** What keys the hash of a code: one that was sent for one thing is good for no other. */
type HashPurpose = CodePurpose | 'SIGN_IN'

export type CodePurpose = 'SIGN_UP' | 'FORGOT_PASSWORD' | `ATTRIBUTE/${ContactAttribute}`

/** A code about to be sent. Only `hashHex` is ever stored; `plain` goes into the message. */
export interface NewCode {
  purpose: CodePurpose
  plain: string
  hashHex: string
}

/** Where a code goes, and so what the right code proves. */
export interface CodeTarget {
  attribute: ContactAttribute
  destination: string
}

interface StoredCode extends CodeTarget {
  hashHex: string
  expiresAtMs: number
  failures: number
}

/**
 * One live code for each user and purpose; the newest replaces the one before. Preparing and
 * proving hash, so they are asynchronous and come first; storing, checking and removing are
 * synchronous, so that an operation can look up, check and write in one go.
 */
export interface Codes {
  prepare(poolId: string, purpose: CodePurpose): Promise<NewCode>
  store(user: UserRecord, code: NewCode, target: CodeTarget): void
  /** Hash of what the caller typed, for `check`. */
  prove(poolId: string, purpose: HashPurpose, typed: string): Promise<string>
  /**
   * Counts a wrong code at once, so call it outside of a transaction, which would take that back.
   *
   * @throws CodeMismatchException, ExpiredCodeException (too old, used, replaced or never sent),
   *   TooManyFailedAttemptsException
   */
  check(user: UserRecord, purpose: CodePurpose, proof: string): CodeTarget
  remove(user: UserRecord, purpose: CodePurpose): void
  /** All of a user's codes: with the user goes what was sent to them. */
  removeAll(user: UserRecord): void
}

const hourMs = 3_600_000

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html */
const lifetimesMs: Readonly<Record<CodePurpose, number>> = {
  SIGN_UP: 24 * hourMs,
  FORGOT_PASSWORD: hourMs,
  'ATTRIBUTE/email': 24 * hourMs,
  'ATTRIBUTE/phone_number': 24 * hourMs,
}

/** Beyond the hourly limits: what one code bears in all, or 24 hours would allow hundreds of tries. */
const maxFailures = 20

const tableName = 'user-pools/codes'
const encoder = new TextEncoder()

export function createCodes(
  runtime: Pick<Runtime, 'clock' | 'crypto' | 'random' | 'store'>,
): Codes {
  const { clock, crypto, random, store } = runtime
  const rows = store.table<StoredCode>(tableName)

  const hash = async (poolId: string, purpose: HashPurpose, code: string): Promise<string> =>
    toHex(await crypto.hmacSha256(poolKey(runtime, poolId), encoder.encode(`${purpose}/${code}`)))

  return {
    async prepare(poolId, purpose) {
      const plain = randomDigits(random, 6)
      return { purpose, plain, hashHex: await hash(poolId, purpose, plain) }
    },

    store(user, { purpose, hashHex }, { attribute, destination }) {
      const key = rowKey(user, purpose)
      sweepAfter(rows, key, ({ expiresAtMs }) => expiresAtMs <= clock.now())
      const expiresAtMs = clock.now() + lifetimesMs[purpose]
      rows.set(key, { attribute, destination, hashHex, expiresAtMs, failures: 0 })
    },

    prove: hash,

    check(user, purpose, proof) {
      const key = rowKey(user, purpose)
      const row = rows.get(key)
      if (!row || row.expiresAtMs <= clock.now()) {
        throw new UserPoolError(
          'ExpiredCodeException',
          'Invalid code provided, please request a code again.',
        )
      }
      if (row.failures >= maxFailures) {
        throw new UserPoolError('TooManyFailedAttemptsException', 'Too many failed attempts.')
      }
      if (!crypto.equal(encoder.encode(proof), encoder.encode(row.hashHex))) {
        rows.set(key, { ...row, failures: row.failures + 1 })
        throw codeMismatch()
      }
      return { attribute: row.attribute, destination: row.destination }
    },

    remove(user, purpose) {
      rows.delete(rowKey(user, purpose))
    },

    removeAll(user) {
      for (const purpose of Object.keys(lifetimesMs) as CodePurpose[]) {
        rows.delete(rowKey(user, purpose))
      }
    },
  }
}

/** When each code that was sent is over. */
export function* codeExpiries(store: Store): Generator<number> {
  for (const [, { expiresAtMs }] of store.table<StoredCode>(tableName).entries()) yield expiresAtMs
}

export function codeMismatch(): UserPoolError {
  return new UserPoolError(
    'CodeMismatchException',
    'Invalid verification code provided, please try again.',
  )
}

function rowKey(user: UserRecord, purpose: CodePurpose): string {
  return `${user.poolId}/${user.sub}/${purpose}`
}

/** Keys the hashes of a pool's codes; made once and kept, since codes outlive the process. */
function poolKey(
  { random, store }: Pick<Runtime, 'random' | 'store'>,
  poolId: string,
): Uint8Array<ArrayBuffer> {
  const keys = store.table<Uint8Array<ArrayBuffer>>(keysTable)
  const known = keys.get(poolId)
  if (known) return known
  const key = random.bytes(32)
  keys.set(poolId, key)
  return key
}
