import type { Clock } from '../../core/ports/clock.ts'
import type { Fetch } from '../../core/ports/fetch.ts'
import {
  createJwtVerifier,
  type JwtVerifier,
  type PublicJwk,
} from '../../core/crypto/jwt-verifier.ts'
import { callProvider } from './call-provider.ts'
import { FederationError } from './errors.ts'
import { readJsonObject } from './read-json.ts'

/**
 * The keys that a provider signs with (RFC 7517, section 5), kept for an hour. A key id that is not
 * among them is looked for once more, since keys change; not in each second, though.
 */
export interface KeySets {
  /**
   * @param kid may be left out where the set has one key only.
   * @throws FederationError when the keys cannot be had.
   */
  find(jwksUri: string, kid: string | undefined): Promise<JwtVerifier | undefined>
}

interface KeySet {
  keys: readonly { kid: string | undefined; verify: JwtVerifier }[]
  fetchedAtMs: number
}

const keepsForMs = 3_600_000
const restsForMs = 1_000
const maxKeys = 100

export function createKeySets({ clock, fetch }: { clock: Clock; fetch: Fetch }): KeySets {
  const sets = new Map<string, KeySet>()

  async function load(jwksUri: string): Promise<KeySet> {
    const request = new Request(jwksUri, { headers: { accept: 'application/json' } })
    const response = await callProvider(fetch, request, 'Timeout in calling jwks uri')
    const document = response.status === 200 ? await readJsonObject(response) : undefined
    if (!Array.isArray(document?.keys)) throw new FederationError('Error in calling jwks uri')
    const keys = await Promise.all(document.keys.slice(0, maxKeys).map(readKey))
    const set = { keys: keys.flatMap((key) => key ?? []), fetchedAtMs: clock.now() }
    sets.set(jwksUri, set)
    return set
  }

  return {
    async find(jwksUri, kid) {
      const known = sets.get(jwksUri)
      const ageMs = known ? clock.now() - known.fetchedAtMs : Infinity
      const set = known && ageMs < keepsForMs ? known : await load(jwksUri)
      const found = pick(set, kid)
      if (found || set !== known || ageMs < restsForMs) return found
      return pick(await load(jwksUri), kid)
    },
  }
}

async function readKey(jwk: unknown): Promise<KeySet['keys'][number] | undefined> {
  if (typeof jwk !== 'object' || jwk === null) return undefined
  const { kid } = jwk as PublicJwk
  const verify = await createJwtVerifier(jwk as PublicJwk)
  return verify && { kid: typeof kid === 'string' ? kid : undefined, verify }
}

function pick({ keys }: KeySet, kid: string | undefined): JwtVerifier | undefined {
  if (kid !== undefined) return keys.find((key) => key.kid === kid)?.verify
  return keys.length === 1 ? keys[0]?.verify : undefined
}
