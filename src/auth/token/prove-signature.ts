import { Amplify } from 'aws-amplify'
import { cognitoEndpoint } from '../../cognito/cognito-api.ts'
import { isIssuerOfPool } from '../../cognito/issuer.ts'
import { readJson } from '../../cognito/read-json.ts'
import { bytesOfBase64url } from '../../recorder/masking/read-jwt.ts'
import type { ReadToken } from './read-token.ts'

/** What the pool's public keys say of a token. */
export type Proof =
  | { kind: 'proved'; keyId: string }
  /** There is such a key, and it has not made this signature. */
  | { kind: 'refuted'; keyId: string }
  | { kind: 'other-issuer' }
  | { kind: 'no-such-key' }
  /** Encrypted, or signed by another algorithm than Cognito's. */
  | { kind: 'not-signed' }
  | { kind: 'unreachable' }

interface Jwk extends JsonWebKey {
  kid?: string
}

/**
 * Proves a signature with the pool's published keys, as every service does that takes such tokens. Whose
 * the token is, its `iss` says; a key of anybody else than the configuration's pool would prove nothing.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export async function proveSignature({ text, header, claims }: ReadToken): Promise<Proof> {
  const { alg, kid } = header
  if (!claims || alg !== 'RS256' || typeof kid !== 'string') return { kind: 'not-signed' }
  const address = addressOfPool()
  if (!(await isIssuerOfPool(claims['iss'], address, request))) return { kind: 'other-issuer' }
  const keys = await keysAt(`${address}/.well-known/jwks.json`, kid)
  if (!keys) return { kind: 'unreachable' }
  const key = keys.find((candidate) => candidate.kid === kid)
  if (!key) return { kind: 'no-such-key' }
  return { kind: (await hasSigned(key, text)) ? 'proved' : 'refuted', keyId: kid }
}

/** By address: what is under way counts, so that tokens side by side ask once. */
const fetched = new Map<string, Promise<readonly Jwk[] | undefined>>()

/** The keys that are known, or fetched anew where that one is not among them: pools change theirs. */
async function keysAt(url: string, kid: string): Promise<readonly Jwk[] | undefined> {
  const before = fetched.get(url)
  const keys = before ?? fetchKeys(url)
  fetched.set(url, keys)
  const known = await keys
  if (!known) fetched.delete(url)
  if (!known || !before || known.some((key) => key.kid === kid)) return known
  const anew = fetchKeys(url)
  fetched.set(url, anew)
  return anew
}

async function fetchKeys(url: string): Promise<readonly Jwk[] | undefined> {
  const jwks = await request(url)
  const keys = jwks?.ok ? (await readJson(jwks))?.['keys'] : undefined
  return Array.isArray(keys) ? (keys as Jwk[]) : undefined
}

async function hasSigned(jwk: Jwk, text: string): Promise<boolean> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const [header = '', payload = '', signature = ''] = text.split('.')
  try {
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
    const signed = new TextEncoder().encode(`${header}.${payload}`)
    return await crypto.subtle.verify(algorithm, key, bytesOfBase64url(signature), signed)
  } catch {
    return false
  }
}

function addressOfPool(): string {
  const { userPoolId = '', userPoolEndpoint } = Amplify.getConfig().Auth?.Cognito ?? {}
  const [region = ''] = userPoolId.split('_')
  const endpoint = userPoolEndpoint ?? cognitoEndpoint('cognito-idp', region)
  return `${endpoint.replace(/\/$/, '')}/${userPoolId}`
}

async function request(url: string): Promise<Response | undefined> {
  try {
    return await fetch(url, { credentials: 'omit' })
  } catch {
    return undefined
  }
}
