import { parseBase64, toBase64Url } from '../../core/encoding/base64.ts'
import { parseHex, toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { installationKey } from '../installation-key.ts'

/** A refresh token, taken apart. Whether it is still good, its family knows. */
export interface RefreshToken {
  eventId: string
  /** 0 for the one that the sign-in gave. */
  sequence: number
  /** SHA-256 of the whole token, hexadecimal: all that is kept of it. */
  hash: string
}

type TokenRuntime = Pick<Runtime, 'crypto' | 'random' | 'store'>

const encoder = new TextEncoder()
const tagBytes = 16

// Cognito's refresh tokens are a JWE (RFC 7516, section 7.1) for its own eyes, and so are of five
// parts. Only the look is the same: what makes these unforgeable is the tag, and the hash on top.
const header = toBase64Url(encoder.encode('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}'))

/** A new token of a family; unguessable even for one who read the store. */
export async function mintRefreshToken(
  runtime: TokenRuntime,
  eventId: string,
  sequence: number,
): Promise<{ text: string; hash: string }> {
  const content = new Uint8Array(20 + 32)
  content.set(parseHex(eventId.replaceAll('-', '')))
  new DataView(content.buffer).setUint32(16, sequence)
  content.set(runtime.random.bytes(32), 20)
  const parts = [runtime.random.bytes(256), runtime.random.bytes(12), content]
  const body = [header, ...parts.map(toBase64Url)].join('.')
  const text = `${body}.${toBase64Url(await tagOf(runtime, body))}`
  return { text, hash: await hashOf(runtime, text) }
}

/** Undefined for whatever this installation did not mint. */
export async function readRefreshToken(
  runtime: TokenRuntime,
  text: string,
): Promise<RefreshToken | undefined> {
  const [, , , contentPart = '', tagPart = '', ...rest] = text.split('.')
  const content = parseBase64(contentPart)
  const tag = parseBase64(tagPart)
  if (rest.length > 0 || content?.length !== 52 || tag?.length !== tagBytes) return undefined
  // The last character has bits to spare: there is one spelling only.
  if (toBase64Url(tag) !== tagPart) return undefined
  const body = text.slice(0, text.lastIndexOf('.'))
  if (!runtime.crypto.equal(tag, await tagOf(runtime, body))) return undefined

  const id = toHex(content.subarray(0, 16))
  return {
    eventId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    sequence: new DataView(content.buffer).getUint32(16),
    hash: await hashOf(runtime, text),
  }
}

async function tagOf(runtime: TokenRuntime, body: string): Promise<Uint8Array> {
  const key = await installationKey(runtime, 'refresh-token')
  return (await runtime.crypto.hmacSha256(key, encoder.encode(body))).subarray(0, tagBytes)
}

async function hashOf({ crypto }: TokenRuntime, text: string): Promise<string> {
  return toHex(await crypto.sha256(encoder.encode(text)))
}
