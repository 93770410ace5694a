import { parseBase64, toBase64 } from '../../core/encoding/base64.ts'
import type { Crypto, Hasher } from '../../core/ports/crypto.ts'
import { parseHex, toHex } from '../../core/encoding/hex.ts'
import {
  checksumSizes,
  createChecksumHasher,
  defaultChecksum,
  isCrc,
  type Checksum,
} from './checksums.ts'
import { combineCrcs } from './combine-crc.ts'
import type { Upload, UploadedPart } from '../model.ts'

const defaultSum = { algorithm: defaultChecksum, type: 'FULL_OBJECT' } as const

/** MD5 of the parts' MD5s, and their number. */
export async function multipartEtag(
  crypto: Crypto,
  parts: readonly Pick<UploadedPart, 'etag'>[],
): Promise<string> {
  const hasher = crypto.hasher('MD5')
  for (const part of parts) hasher.update(parseHex(part.etag))
  return `${toHex(await hasher.digest())}-${parts.length}`
}

/**
 * Of the whole, from the checksums of its parts: the default one when the upload asked for none, unless
 * a part is of an earlier build that computed none.
 */
export async function multipartChecksum(
  crypto: Crypto,
  upload: Upload,
  parts: readonly UploadedPart[],
): Promise<Checksum | undefined> {
  if (!upload.checksum && parts.some((part) => part.checksum === undefined)) return undefined
  const { algorithm, type } = upload.checksum ?? defaultSum
  if (type === 'FULL_OBJECT' && isCrc(algorithm)) {
    const crcs = parts.map((part) => ({ crc: crcOf(part), sizeBytes: part.sizeBytes }))
    const whole = combineCrcs(algorithm, crcs)
    return { algorithm, type, value: toBase64(crcBytes(whole, checksumSizes[algorithm])) }
  }
  const value = await composite(createChecksumHasher(crypto, algorithm), parts)
  return { algorithm, type, value }
}

async function composite(hasher: Hasher, parts: readonly UploadedPart[]): Promise<string> {
  for (const part of parts) hasher.update(bytesOf(part))
  return `${toBase64(await hasher.digest())}-${parts.length}`
}

function crcOf(part: UploadedPart): bigint {
  return BigInt(`0x${toHex(bytesOf(part))}`)
}

function crcBytes(crc: bigint, sizeBytes: number): Uint8Array {
  return parseHex(crc.toString(16).padStart(2 * sizeBytes, '0'))
}

function bytesOf({ number, checksum }: UploadedPart): Uint8Array {
  const bytes = parseBase64(checksum ?? '')
  if (!bytes?.byteLength) throw new Error(`Part ${number} has no checksum`)
  return bytes
}
