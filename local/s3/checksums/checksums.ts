import { parseBase64 } from '../../core/encoding/base64.ts'
import type { CrcAlgorithm, Crypto, Hasher } from '../../core/ports/crypto.ts'
import { S3Error } from '../errors.ts'
import type { S3Request } from '../request.ts'

export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256'

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export interface Checksum {
  algorithm: ChecksumAlgorithm
  /** Base64; a composite one ends in `-N`, the number of parts. */
  value: string
  type: ChecksumType
}

export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE'

/** How an uploader says what the checksum of the body is. */
export interface DeclaredChecksum {
  algorithm: ChecksumAlgorithm
  /** Undefined while it is still to come, in the trailer. */
  value: string | undefined
}

/** In bytes. */
export const checksumSizes: Readonly<Record<ChecksumAlgorithm, number>> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
}

/** Of what comes without one. */
export const defaultChecksum = 'CRC64NVME'

export const checksumAlgorithms = Object.keys(checksumSizes) as ChecksumAlgorithm[]

/** The CRC of a whole follows from those of its parts; a hash would need the whole. */
export function isCrc(algorithm: ChecksumAlgorithm): algorithm is CrcAlgorithm {
  return algorithm.startsWith('CRC')
}

/** `x-amz-checksum-crc32` and its kin. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`
}

/** `ChecksumCRC32` and its kin. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm}`
}

/** @throws InvalidRequest when the name stands for none that is known. */
export function parseChecksumAlgorithm(name: string): ChecksumAlgorithm {
  const algorithm = checksumAlgorithms.find((candidate) => candidate === name.toUpperCase())
  if (algorithm) return algorithm
  throw new S3Error('InvalidRequest', {
    message:
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
  })
}

/**
 * The checksum of the body, from its header or announced for the trailer.
 *
 * @throws InvalidRequest
 */
export function readDeclaredChecksum(request: S3Request): DeclaredChecksum | undefined {
  const declared: DeclaredChecksum[] = []
  for (const algorithm of checksumAlgorithms) {
    const value = request.header(checksumHeader(algorithm))
    if (value === undefined) continue
    declared.push({ algorithm, value })
  }
  const trailer = request.header('x-amz-trailer')?.trim().toLowerCase()
  if (trailer?.startsWith('x-amz-checksum-')) {
    const algorithm = parseChecksumAlgorithm(trailer.slice('x-amz-checksum-'.length))
    declared.push({ algorithm, value: undefined })
  }
  if (declared.length > 1) {
    throw new S3Error('InvalidRequest', {
      message:
        'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    })
  }
  const [only] = declared
  if (only?.value !== undefined) checkChecksumValue(only.algorithm, only.value)
  checkAnnounced(request.header('x-amz-sdk-checksum-algorithm'), only)
  return only
}

/** @throws InvalidRequest when it is not Base64 of the algorithm's length. */
export function checkChecksumValue(algorithm: ChecksumAlgorithm, value: string): void {
  if (parseBase64(value)?.byteLength === checksumSizes[algorithm]) return
  throw new S3Error('InvalidRequest', {
    message: `Value for ${checksumHeader(algorithm)} header is invalid.`,
  })
}

export function createChecksumHasher(crypto: Crypto, algorithm: ChecksumAlgorithm): Hasher {
  if (algorithm === 'SHA1') return crypto.hasher('SHA-1')
  return crypto.hasher(algorithm === 'SHA256' ? 'SHA-256' : algorithm)
}

/** What `x-amz-checksum-mode: ENABLED` and writes are answered with. */
export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {}
  return {
    [checksumHeader(checksum.algorithm)]: checksum.value,
    'x-amz-checksum-type': checksum.type,
  }
}

function checkAnnounced(name: string | undefined, declared: DeclaredChecksum | undefined): void {
  if (name === undefined) return
  const announced = parseChecksumAlgorithm(name)
  if (!declared) {
    throw new S3Error('InvalidRequest', {
      message:
        'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    })
  }
  if (declared.algorithm !== announced) {
    throw new S3Error('InvalidRequest', {
      message: 'Value for x-amz-sdk-checksum-algorithm header is invalid.',
    })
  }
}
