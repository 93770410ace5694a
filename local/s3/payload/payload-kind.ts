import { invalidArgument, S3Error } from '../errors.ts'
import type { S3Request } from '../request.ts'

/** What `x-amz-content-sha256` and the lengths say of a body. */
export interface PayloadKind {
  /** Lower-case hex; undefined when the body as a whole is not signed. */
  sha256: string | undefined
  /** Of `aws-chunked` bodies. */
  framing: { isSigned: boolean; hasTrailer: boolean } | undefined
  /** Without framing; undefined when the request does not say. */
  sizeBytes: number | undefined
}

/** Of one upload: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const maxSizeBytes = 5 * 1024 ** 3

const framings: ReadonlyMap<string, NonNullable<PayloadKind['framing']>> = new Map([
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { isSigned: true, hasTrailer: false }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', { isSigned: true, hasTrailer: true }],
  ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', { isSigned: false, hasTrailer: true }],
])

/** @throws InvalidArgument, InvalidRequest, MissingContentLength, EntityTooLarge */
export function readPayloadKind(request: S3Request, payloadHash: string): PayloadKind {
  const framing = framings.get(payloadHash)
  const isHash = /^[\da-f]{64}$/.test(payloadHash)
  if (!framing && !isHash && payloadHash !== 'UNSIGNED-PAYLOAD') {
    throw invalidArgument(
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
      'x-amz-content-sha256',
      payloadHash,
    )
  }
  if (framing?.hasTrailer && request.headers.get('x-amz-trailer') === null) {
    throw new S3Error('InvalidRequest', { message: 'x-amz-trailer header is missing' })
  }
  const sizeBytes = readSize(request, framing !== undefined)
  if (sizeBytes !== undefined && sizeBytes > maxSizeBytes) {
    throw new S3Error('EntityTooLarge', {
      details: { ProposedSize: sizeBytes, MaxSizeAllowed: maxSizeBytes },
    })
  }
  return { sha256: isHash ? payloadHash : undefined, framing, sizeBytes }
}

/**
 * The transport holds a body to its Content-Length, and a Request made in a page or a service
 * worker has none; so none is asked for unless the body came in chunks of unknown number.
 */
function readSize(request: S3Request, isFramed: boolean): number | undefined {
  const header = isFramed
    ? request.headers.get('x-amz-decoded-content-length')
    : request.headers.get('content-length')
  if (header === null && (isFramed || request.headers.has('transfer-encoding'))) {
    throw new S3Error('MissingContentLength')
  }
  if (header === null) return undefined
  if (!/^\d{1,15}$/.test(header)) throw new S3Error('InvalidRequest')
  return Number(header)
}

/** SHA-256 of nothing. */
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** For operations without a body: a hash of anything else was signed for another request. */
export function checkEmptyPayload(request: S3Request, payloadHash: string): void {
  const { sha256 } = readPayloadKind(request, payloadHash)
  if (sha256 === undefined || sha256 === emptyHash) return
  throw new S3Error('XAmzContentSHA256Mismatch', {
    details: { ClientComputedContentSHA256: sha256, S3ComputedContentSHA256: emptyHash },
  })
}
