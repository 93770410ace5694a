import { parseBase64, toBase64 } from '../../core/encoding/base64.ts'
import type { Crypto } from '../../core/ports/crypto.ts'
import { parseHex, toHex } from '../../core/encoding/hex.ts'
import { createChunkSigner, type ChunkSeed } from '../../signature-v4/chunk-signer.ts'
import type { Identity } from '../signature/identity.ts'
import { decodeChunked } from './aws-chunked.ts'
import {
  checkChecksumValue,
  checksumHeader,
  createChecksumHasher,
  readDeclaredChecksum,
  type ChecksumAlgorithm,
  type DeclaredChecksum,
} from '../checksums/checksums.ts'
import { S3Error } from '../errors.ts'
import { readPayloadKind, type PayloadKind } from './payload-kind.ts'
import type { S3Request } from '../request.ts'

/** A body on its way in. */
export interface Payload {
  /** To be read once. Fails at its end when the body is not what was signed or declared. */
  chunks: AsyncIterable<Uint8Array>
  /** What is known once all of it was read. */
  facts(): PayloadFacts
}

export interface PayloadFacts {
  md5: Uint8Array
  checksum: { algorithm: ChecksumAlgorithm; value: Uint8Array } | undefined
  /** By the algorithm that was wanted whatever is declared. */
  always: Uint8Array | undefined
}

const noBytes = new Uint8Array()

/**
 * Opens a request's body: framing off, signature, length, `Content-MD5` and checksum verified while
 * it streams. Nothing is read before the chunks are.
 *
 * @param sums What to compute beside MD5.
 * @throws InvalidRequest, InvalidArgument, InvalidDigest, MissingContentLength, EntityTooLarge now;
 *   XAmzContentSHA256Mismatch, BadDigest, IncompleteBody, SignatureDoesNotMatch from the chunks.
 */
export function openPayload(
  crypto: Crypto,
  request: S3Request,
  identity: Identity,
  { only, fallback, always }: Sums = {},
): Payload {
  const kind = readPayloadKind(request, identity.signed.payloadHash)
  const contentMd5 = readContentMd5(request)
  const declared = readDeclaredChecksum(request)
  const algorithm = declared?.algorithm ?? only ?? fallback
  if (declared && only && declared.algorithm !== only) {
    throw new S3Error('InvalidRequest', {
      message: `Checksum Type mismatch occurred, expected checksum Type: ${only.toLowerCase()}, actual checksum Type: ${declared.algorithm.toLowerCase()}`,
    })
  }
  let facts: PayloadFacts | undefined
  const expected = { kind, contentMd5, declared, algorithm, always }
  return {
    chunks: verify(crypto, request, identity, expected, (found) => {
      facts = found
    }),
    facts() {
      if (!facts) throw new Error('The payload has not ended')
      return facts
    },
  }
}

interface Sums {
  /** No other may be declared. */
  only?: ChecksumAlgorithm | undefined
  /** When none is declared. */
  fallback?: ChecksumAlgorithm
  /** Whatever is declared. */
  always?: ChecksumAlgorithm | undefined
}

interface Expected {
  kind: PayloadKind
  contentMd5: Uint8Array | undefined
  declared: DeclaredChecksum | undefined
  /** To compute, whether declared or not. */
  algorithm: ChecksumAlgorithm | undefined
  always: ChecksumAlgorithm | undefined
}

/** Stands by itself since a generator function made anew for each request costs as much as its work. */
async function* verify(
  crypto: Crypto,
  request: S3Request,
  identity: Identity,
  { kind, contentMd5, declared, algorithm, always }: Expected,
  onEnd: (facts: PayloadFacts) => void,
): AsyncGenerator<Uint8Array> {
  const sha256 = kind.sha256 === undefined ? undefined : crypto.hasher('SHA-256')
  const md5 = crypto.hasher('MD5')
  const checksum = algorithm && createChecksumHasher(crypto, algorithm)
  const other = always && always !== algorithm ? createChecksumHasher(crypto, always) : undefined
  let trailer: ReadonlyMap<string, string> | undefined
  const keepTrailer = (lines: ReadonlyMap<string, string>) => {
    trailer = lines
  }
  let sizeBytes = 0
  for await (const chunk of unframed(crypto, request, identity, kind, keepTrailer)) {
    sizeBytes += chunk.byteLength
    if (kind.sizeBytes !== undefined && sizeBytes > kind.sizeBytes) {
      throw new S3Error('IncompleteBody')
    }
    sha256?.update(chunk)
    md5.update(chunk)
    checksum?.update(chunk)
    other?.update(chunk)
    yield chunk
  }
  if (kind.sizeBytes !== undefined && sizeBytes !== kind.sizeBytes) {
    throw new S3Error('IncompleteBody')
  }
  if (sha256) checkSha256(crypto, kind.sha256, await sha256.digest())
  const md5Bytes = await md5.digest()
  if (contentMd5 && !crypto.equal(contentMd5, md5Bytes)) {
    throw wrongMd5(request, contentMd5, md5Bytes)
  }
  const value = await checksum?.digest()
  onEnd({
    md5: md5Bytes,
    checksum: algorithm && value ? { algorithm, value } : undefined,
    always: always && ((await other?.digest()) ?? value),
  })
  if (declared && value) checkChecksum(crypto, declared, trailer, value)
}

function unframed(
  crypto: Crypto,
  request: S3Request,
  identity: Identity,
  { framing }: PayloadKind,
  onTrailer: (trailer: ReadonlyMap<string, string>) => void,
): AsyncIterable<Uint8Array> {
  const bytes = received(request.chunks)
  if (!framing) return bytes
  const signer = framing.isSigned ? createChunkSigner(crypto, seedOf(identity)) : undefined
  return decodeChunked(bytes, { crypto, signer, hasTrailer: framing.hasTrailer, onTrailer })
}

/** @throws InvalidRequest */
function seedOf({ seed }: Identity): ChunkSeed {
  if (seed) return seed
  throw new S3Error('InvalidRequest', {
    message: 'The chunks of this body are signed by Signature Version 4, and the request is not.',
  })
}

function checkSha256(crypto: Crypto, expected: string | undefined, actual: Uint8Array): void {
  if (expected === undefined || crypto.equal(parseHex(expected), actual)) return
  throw new S3Error('XAmzContentSHA256Mismatch', {
    details: { ClientComputedContentSHA256: expected, S3ComputedContentSHA256: toHex(actual) },
  })
}

function checkChecksum(
  crypto: Crypto,
  { algorithm, value: inHeader }: DeclaredChecksum,
  trailer: ReadonlyMap<string, string> | undefined,
  actual: Uint8Array,
): void {
  const expected = inHeader ?? trailer?.get(checksumHeader(algorithm)) ?? ''
  checkChecksumValue(algorithm, expected)
  if (crypto.equal(parseBase64(expected) ?? noBytes, actual)) return
  throw new S3Error('BadDigest', {
    message: `The ${algorithm} you specified did not match the calculated checksum.`,
  })
}

/**
 * S3 says what it expected in hex, but of a part in Base64 (observed: LocalStack's recordings, February
 * 2026).
 */
function wrongMd5(request: S3Request, expected: Uint8Array, actual: Uint8Array): S3Error {
  const ExpectedDigest = request.query.has('uploadId') ? toBase64(expected) : toHex(expected)
  return new S3Error('BadDigest', {
    details: { ExpectedDigest, CalculatedDigest: toBase64(actual) },
  })
}

/** @throws InvalidDigest */
function readContentMd5(request: S3Request): Uint8Array | undefined {
  const header = request.headers.get('content-md5')
  if (header === null) return undefined
  const bytes = parseBase64(header)
  if (bytes?.byteLength !== 16) {
    throw new S3Error('InvalidDigest', { details: { 'Content-MD5': header } })
  }
  return bytes
}

/** A body that stops short is the client's doing, whatever the transport calls it. */
function received(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        iterator.next().catch((error: unknown) => {
          // What a form's file is refused for is known by its name.
          throw error instanceof S3Error ? error : new S3Error('IncompleteBody')
        }),
      async return() {
        await iterator.return?.()
        return { done: true, value: undefined }
      },
    }),
  }
}
