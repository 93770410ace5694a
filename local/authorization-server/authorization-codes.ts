import { checked, type Checks } from '../core/ports/checks.ts'
import { toHex } from '../core/encoding/hex.ts'
import { randomUuid } from '../core/ports/random.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Table } from '../core/store/store.ts'
import { sweepAfter } from '../core/store/sweep.ts'
import { OAuthError } from './errors.ts'
import { provesChallenge } from './pkce.ts'

/** What a code is bound to, and what it is good for: `Grant` is the issuer's own. */
interface CodeBinding<Grant> {
  clientId: string
  redirectUri: string
  codeChallenge?: string
  grant: Grant
}

interface CodeRow<Grant> extends CodeBinding<Grant> {
  expiresAtMs: number
  isUsed: boolean
  isReplayed: boolean
}

/** What the client hands in to have a code redeemed. */
interface Redemption {
  code: string
  clientId: string
  redirectUri: string
  codeVerifier: string | undefined
  /** Told which part was wrong, which no client is. */
  checks?: Checks | undefined
}

/** A code that was redeemed, for `checkNotReplayed` once its tokens are there. */
interface Redeemed<Grant> {
  key: string
  grant: Grant
}

/** Authorization codes (RFC 6749, section 4.1.2): good once, for five minutes; only hashes are kept. */
export interface AuthorizationCodes<Grant> {
  issue(binding: CodeBinding<Grant>): Promise<string>
  /**
   * The first use takes the code, whatever comes of it. A second one calls `revoke`, since one of
   * the two was a thief's (RFC 9700, section 4.5).
   *
   * @throws OAuthError invalid_grant, bare: what was wrong is told to nobody.
   */
  redeem(redemption: Redemption): Promise<Redeemed<Grant>>
  /** @throws OAuthError invalid_grant when the code came again while its tokens were being made. */
  checkNotReplayed(redeemed: Redeemed<Grant>): void
}

export interface AuthorizationCodesOptions<Grant> {
  runtime: Pick<Runtime, 'clock' | 'crypto' | 'random' | 'store'>
  /** Of the store; one for each authorization server. */
  table: string
  /** Ends what the first use of a code led to. */
  revoke: (grant: Grant) => void
}

const lifetimeMs = 5 * 60_000
// How long a code that is over can still be recognised as used twice.
const remembersForMs = 24 * 3_600_000

const encoder = new TextEncoder()

export function createAuthorizationCodes<Grant>({
  runtime: { clock, crypto, random, store },
  table,
  revoke,
}: AuthorizationCodesOptions<Grant>): AuthorizationCodes<Grant> {
  const rows: Table<CodeRow<Grant>> = store.table(table)
  const keyOf = async (code: string) => toHex(await crypto.sha256(encoder.encode(code)))

  return {
    async issue(binding) {
      const code = randomUuid(random)
      const key = await keyOf(code)
      store.transaction(() => {
        sweepAfter(rows, key, (row) => row.expiresAtMs + remembersForMs < clock.now())
        const expiresAtMs = clock.now() + lifetimeMs
        rows.set(key, { ...binding, expiresAtMs, isUsed: false, isReplayed: false })
      })
      return code
    },

    async redeem({ code, clientId, redirectUri, codeVerifier, checks }) {
      const key = await keyOf(code)
      const challenge = rows.get(key)?.codeChallenge
      const isProved = await provesChallenge(crypto, challenge, codeVerifier)

      // From here there is no await: of two uses at once, one is the first.
      const row = checked(checks, 'code', () => {
        const found = rows.get(key)
        if (found?.clientId !== clientId) throw invalidGrant()
        if (found.isUsed) {
          rows.set(key, { ...found, isReplayed: true })
          revoke(found.grant)
          throw invalidGrant()
        }
        rows.set(key, { ...found, isUsed: true })
        if (found.expiresAtMs <= clock.now()) throw invalidGrant()
        return found
      })
      checked(checks, 'redirect_uri', () => checkGrant(row.redirectUri === redirectUri))
      checked(checks, 'code_verifier', () => checkGrant(isProved))
      return { key, grant: row.grant }
    },

    checkNotReplayed({ key, grant }) {
      if (rows.get(key)?.isReplayed !== true) return
      revoke(grant)
      throw invalidGrant()
    },
  }
}

function checkGrant(isRight: boolean): void {
  if (!isRight) throw invalidGrant()
}

function invalidGrant(): OAuthError {
  return new OAuthError('invalid_grant')
}
