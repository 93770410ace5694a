import { toBase64Url } from '../core/encoding/base64.ts'
import { toHex } from '../core/encoding/hex.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { sweepAfter } from '../core/store/sweep.ts'
import type { Grant } from './grant.ts'
import type { Slug } from './registration.ts'

/** Access tokens without meaning to anybody else (RFC 6749, section 1.4); only hashes are kept. */
export interface AccessTokens {
  issue(grant: Grant): Promise<string>
  find(token: string): Promise<Grant | undefined>
  revoke(grant: Grant): void
}

interface TokenTraits {
  slug: Slug
  accessTokenPrefix: string
  accessTokenSeconds: number
}

interface Row {
  hash: string
  grant: Grant
  expiresAtMs: number
}

const encoder = new TextEncoder()

export function createAccessTokens(
  { clock, crypto, random, store }: Pick<Runtime, 'clock' | 'crypto' | 'random' | 'store'>,
  { slug, accessTokenPrefix, accessTokenSeconds }: TokenTraits,
): AccessTokens {
  const rows = store.table<Row>(`social-providers/${slug}/access-tokens`)
  const hashOf = async (token: string) => toHex(await crypto.sha256(encoder.encode(token)))

  return {
    async issue(grant) {
      const token = `${accessTokenPrefix}${grant.id}.${toBase64Url(random.bytes(32))}`
      const hash = await hashOf(token)
      const expiresAtMs = clock.now() + accessTokenSeconds * 1000
      store.transaction(() => {
        sweepAfter(rows, grant.id, (row) => row.expiresAtMs <= clock.now())
        rows.set(grant.id, { hash, grant, expiresAtMs })
      })
      return token
    },

    async find(token) {
      const [id = ''] = token.slice(accessTokenPrefix.length).split('.')
      const hash = await hashOf(token)
      const row = /^[\da-f-]{36}$/.test(id) ? rows.get(id) : undefined
      return row?.hash === hash && row.expiresAtMs > clock.now() ? row.grant : undefined
    },

    revoke({ id }) {
      rows.delete(id)
    },
  }
}
