import { isTls } from '../http/request-conditions.ts'
import { remoteAddress, requestChunks, requestTarget } from '../http/wire-request.ts'
import { isHeaderName } from '../signature-v4/verify-signature.ts'
import { parseAddress, type Address } from './address.ts'
import type { BucketConfig } from './config.ts'
import type { Query } from './query.ts'

/** A request as S3 sees it. */
export interface S3Request extends Address {
  method: string
  headers: Headers
  /** How it came, e.g. `http:`. */
  protocol: string
  remoteAddress: string | undefined
  /** By which version of signatures its URL was signed. */
  presignedBy: PresignedBy | undefined
  /** The body, to be read once. */
  chunks: AsyncIterable<Uint8Array>
  /**
   * A header; for a presigned request also an `x-amz-*` query parameter or a condition, to which
   * presigners hoist headers.
   */
  header(name: string): string | undefined
  /** Of what `header` finds, in lower case. */
  headerNames: readonly string[]
}

type PresignedBy = 'AWS4-HMAC-SHA256' | 'AWS'

/**
 * S3 signs a checksum that stands in the query and then ignores it: presigners put that of an empty
 * body there, long before there is one (https://github.com/aws/aws-sdk-go-v2/issues/2610). A condition
 * there holds as in a header (https://github.com/boto/boto3/issues/4367).
 */
const hoisted =
  /^(?:x-amz-(?!checksum-|sdk-checksum-)|if-(?:none-match|match|modified-since|unmodified-since)$)/

/** @throws InvalidURI, KeyTooLongError */
export function readRequest(request: Request, buckets: readonly BucketConfig[]): S3Request {
  const { headers } = request
  const host = headers.get('host') ?? new URL(request.url).host
  const { query, ...address } = parseAddress(requestTarget(request), host, buckets)
  const presignedBy = findPresigned(query)
  const fromQuery = presignedBy && hoistedHeaders(query)
  return {
    // Cheaper than a URL, of which the rest is read from the target.
    protocol: isTls(request) ? 'https:' : 'http:',
    remoteAddress: remoteAddress(request),
    presignedBy,
    ...address,
    query,
    method: request.method,
    headers: presignedBy === 'AWS' ? withSignedHeaders(headers, query) : headers,
    headerNames: [...headers.keys(), ...(fromQuery?.keys() ?? [])],
    chunks: requestChunks(request),
    header(name) {
      return (isHeaderName(name) ? headers.get(name) : null) ?? fromQuery?.get(name)
    },
  }
}

function findPresigned(query: Query): PresignedBy | undefined {
  if (query.has('Signature') || query.has('AWSAccessKeyId')) return 'AWS'
  return query.has('X-Amz-Algorithm') ? 'AWS4-HMAC-SHA256' : undefined
}

/** Version 2 signs two more, and its presigners put them into the query as well. */
function withSignedHeaders(headers: Headers, { pairs }: Query): Headers {
  const all = new Headers(headers)
  for (const [name, value] of pairs) {
    const isOne = /^content-(type|md5)$/i.test(name) && /^[\t\x20-\x7e]*$/.test(value)
    if (isOne && !all.has(name)) all.set(name, value)
  }
  return all
}

/** By their names in lower case; the first of a name counts. */
function hoistedHeaders({ pairs }: Query): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const [name, value] of pairs) {
    const lower = name.toLowerCase()
    if (hoisted.test(lower) && !headers.has(lower)) headers.set(lower, value)
  }
  return headers
}
