import { toBase64Url } from '../encoding/base64.ts'
import type { JsonWebKey } from '../ports/crypto.ts'
import { signJwt, type JwtSigner } from './jwt.ts'
import type { Runtime } from '../ports/runtime.ts'

/** RS256, with a key of this installation that is made when it is first needed, and kept. */
export interface InstallationSigningKey {
  /** @returns a compact JWS over `claims`, which keep their order. */
  sign(claims: object): Promise<string>
  /** The public half, as RFC 7517 writes a set. */
  keySet(): Promise<{ keys: readonly object[] }>
}

interface StoredKey {
  kid: string
  key: JsonWebKey
}

type KeyRuntime = Pick<Runtime, 'crypto' | 'random' | 'store'>

/** @param row of the store's `table`, where the key is. */
export function createInstallationSigningKey(
  { crypto, random, store }: KeyRuntime,
  table: string,
  row: string,
): InstallationSigningKey {
  const rows = store.table<StoredKey>(table)
  let prepared: { kid: string; signer: Promise<JwtSigner> } | undefined

  async function current(): Promise<StoredKey> {
    const known = rows.get(row)
    if (known) return known
    const made = { kid: toBase64Url(random.bytes(20)), key: await crypto.generateRsaKey() }
    // Two first requests at once: whichever stored its key first is right.
    const stored = rows.get(row) ?? made
    if (stored === made) rows.set(row, made)
    return stored
  }

  return {
    async sign(claims) {
      const { kid, key } = await current()
      // The store decides: after a reset the key in memory is nobody's any more.
      if (prepared?.kid !== kid) {
        prepared = {
          kid,
          signer: crypto.rs256Signer(key).then((sign) => ({ kid, alg: 'RS256', sign })),
        }
      }
      return signJwt(await prepared.signer, claims)
    },
    async keySet() {
      const { kid, key } = await current()
      return { keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig', kid, n: key.n, e: key.e }] }
    },
  }
}
