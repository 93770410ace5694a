import { toBase64Url } from '../core/base64.ts'
import type { JsonWebKey } from '../core/crypto.ts'
import { signJwt, type JwtSigner } from '../core/jwt.ts'
import type { Runtime } from '../core/runtime.ts'
import type { Slug } from './registration.ts'

/** RS256, with a key of this installation that is made when it is first needed. */
export interface SigningKey {
  sign(claims: object): Promise<string>
  /** The public half, as RFC 7517 writes a set. */
  keySet(): Promise<{ keys: readonly object[] }>
}

interface StoredKey {
  kid: string
  key: JsonWebKey
}

type KeyRuntime = Pick<Runtime, 'crypto' | 'random' | 'store'>

export function createSigningKey({ crypto, random, store }: KeyRuntime, slug: Slug): SigningKey {
  const rows = store.table<StoredKey>('social-providers/signing-keys')
  let prepared: { kid: string; signer: Promise<JwtSigner> } | undefined

  async function current(): Promise<StoredKey> {
    const known = rows.get(slug)
    if (known) return known
    const made = { kid: toBase64Url(random.bytes(20)), key: await crypto.generateRsaKey() }
    // Two first requests at once: whichever stored its key first is right.
    const stored = rows.get(slug) ?? made
    if (stored === made) rows.set(slug, made)
    return stored
  }

  return {
    async sign(claims) {
      const { kid, key } = await current()
      if (prepared?.kid !== kid) {
        prepared = { kid, signer: crypto.rs256Signer(key).then((sign) => ({ kid, sign })) }
      }
      return signJwt(await prepared.signer, claims)
    },
    async keySet() {
      const { kid, key } = await current()
      return { keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig', kid, n: key.n, e: key.e }] }
    },
  }
}
