import { toBase64 } from '../../core/encoding/base64.ts'
import type { JsonWebKey } from '../../core/ports/crypto.ts'
import { createJwtVerifier, type JwtVerifier } from '../../core/crypto/jwt-verifier.ts'
import type { JwtSigner } from '../../core/crypto/jwt.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { keptTable } from '../../core/store/kept-tables.ts'

const keysTable = keptTable('user-pools/signing-keys')

/** The two keys of a pool: ID and access tokens are signed by different ones. */
interface PoolKeys {
  id: SigningKey
  access: SigningKey
}

interface SigningKey extends JwtSigner {
  /** The public half, as a JWKS lists it (RFC 7517, section 5). */
  publicJwk: { alg: 'RS256'; e: string; kid: string; kty: 'RSA'; n: string; use: 'sig' }
  hasSigned: JwtVerifier
}

export interface SigningKeys {
  /** Generates and stores the pair at a pool's first use; prepares it once for a process. */
  of(poolId: string): Promise<PoolKeys>
}

interface StoredKey {
  kid: string
  jwk: JsonWebKey
}

interface KeyRow {
  id: StoredKey
  access: StoredKey
}

type KeyRuntime = Pick<Runtime, 'crypto' | 'random' | 'store'>

export function createSigningKeys(runtime: KeyRuntime): SigningKeys {
  const rows = runtime.store.table<KeyRow>(keysTable)
  const prepared = new Map<string, { kid: string; keys: Promise<PoolKeys> }>()
  const generating = new Map<string, Promise<KeyRow>>()

  /** Those who come while the first is at it wait for the same pair. */
  async function generateOnce(poolId: string): Promise<KeyRow> {
    const running = generating.get(poolId)
    if (running) return running
    const generated = generateRow(runtime)
    generating.set(poolId, generated)
    try {
      const row = await generated
      rows.set(poolId, row)
      return row
    } finally {
      generating.delete(poolId)
    }
  }

  return {
    async of(poolId) {
      // The store decides: after a reset the keys in memory are nobody's any more.
      const row = rows.get(poolId) ?? (await generateOnce(poolId))
      const known = prepared.get(poolId)
      if (known?.kid === row.id.kid) return known.keys
      const keys = prepare(runtime, row)
      prepared.set(poolId, { kid: row.id.kid, keys })
      return keys
    },
  }
}

async function generateRow(runtime: KeyRuntime): Promise<KeyRow> {
  const [id, access] = await Promise.all([generate(runtime), generate(runtime)])
  return { id, access }
}

/** A `kid` has 44 characters of base64, as Cognito's. */
async function generate({ crypto, random }: KeyRuntime): Promise<StoredKey> {
  return { kid: toBase64(random.bytes(32)), jwk: await crypto.generateRsaKey() }
}

async function prepare(runtime: KeyRuntime, row: KeyRow): Promise<PoolKeys> {
  const [id, access] = await Promise.all([
    prepareKey(runtime, row.id),
    prepareKey(runtime, row.access),
  ])
  return { id, access }
}

async function prepareKey({ crypto }: KeyRuntime, { kid, jwk }: StoredKey): Promise<SigningKey> {
  const { n = '', e = '' } = jwk
  const publicJwk = { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' } as const
  const hasSigned = await createJwtVerifier(publicJwk)
  if (!hasSigned) throw new TypeError('Not an RSA key')
  return { kid, alg: 'RS256', publicJwk, sign: await crypto.rs256Signer(jwk), hasSigned }
}
