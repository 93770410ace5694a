import { bytesOfNumber, concatBytes, withLength } from '../core/encoding/bytes.ts'
import { compareUtf8 } from '../core/encoding/utf8-order.ts'
import type { EncryptionContext } from '../core/ports/data-key.ts'
import type { Random } from '../core/ports/random.ts'

type Bytes = Uint8Array<ArrayBuffer>

const version = 1
const ivBytes = 12

/**
 * What the key has encrypted, with the key's name before it: whoever decrypts need not say which it was.
 * The form is ours; AWS documents none.
 */
export async function seal(
  random: Random,
  key: { arn: string; material: Bytes },
  plaintext: Bytes,
  context: EncryptionContext,
): Promise<Bytes> {
  const head = concatBytes(bytesOfNumber(version, 1), withLength(new TextEncoder().encode(key.arn)))
  const iv = random.bytes(ivBytes)
  const algorithm = { name: 'AES-GCM', iv, additionalData: authenticated(head, context) }
  const { subtle } = globalThis.crypto
  const encrypted = await subtle.encrypt(algorithm, await imported(key.material), plaintext)
  return concatBytes(head, iv, new Uint8Array(encrypted))
}

/** @returns undefined for what no key here has encrypted. */
export function keyArnOf(blob: Bytes): string | undefined {
  const head = headOf(blob)
  return head && new TextDecoder().decode(head.subarray(3))
}

/** @returns undefined for what this key has not encrypted, or not in this context. */
export async function open(
  material: Bytes,
  blob: Bytes,
  context: EncryptionContext,
): Promise<Bytes | undefined> {
  const head = headOf(blob)
  if (!head) return undefined
  const iv = blob.subarray(head.length, head.length + ivBytes)
  const algorithm = { name: 'AES-GCM', iv, additionalData: authenticated(head, context) }
  const { subtle } = globalThis.crypto
  const key = await imported(material)
  return subtle
    .decrypt(algorithm, key, blob.subarray(head.length + ivBytes))
    .then((plaintext) => new Uint8Array(plaintext))
    .catch(() => undefined)
}

function headOf(blob: Bytes): Bytes | undefined {
  const [first, high = 0, low = 0] = blob
  const end = 3 + high * 256 + low
  return first === version && blob.length > end + ivBytes ? blob.subarray(0, end) : undefined
}

function authenticated(head: Bytes, context: EncryptionContext): Bytes {
  const entries = Object.entries(context).toSorted(([left], [right]) => compareUtf8(left, right))
  return concatBytes(head, new TextEncoder().encode(JSON.stringify(entries)))
}

function imported(material: Bytes) {
  return globalThis.crypto.subtle.importKey('raw', material, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
}
