import { requestTarget } from '../http/request-target.ts'
import { parseAddress, type Address } from './address.ts'
import type { BucketConfig } from './config.ts'

/** A request as S3 sees it. */
export interface S3Request extends Address {
  method: string
  headers: Headers
  body: ReadableStream<Uint8Array> | null
  /**
   * A header; for a presigned request also an `x-amz-*` query parameter, to which presigners
   * hoist headers.
   */
  header(name: string): string | undefined
}

/**
 * S3 signs a checksum that stands in the query and then ignores it: presigners put that of an empty
 * body there, long before there is one (https://github.com/aws/aws-sdk-go-v2/issues/2610).
 */
const hoisted = /^x-amz-(?!checksum-|sdk-checksum-)/

/** A token of RFC 9110, section 5.6.2. A presigned query can name what no header can be. */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^`|~\w-]+$/.test(name)
}

/** @throws InvalidURI, KeyTooLongError */
export function readRequest(request: Request, buckets: readonly BucketConfig[]): S3Request {
  const { headers } = request
  const host = headers.get('host') ?? new URL(request.url).host
  const address = parseAddress(requestTarget(request), host, buckets)
  const isPresigned = address.query.has('X-Amz-Algorithm')
  return {
    ...address,
    method: request.method,
    headers,
    get body() {
      return request.body
    },
    header(name) {
      const value = isHeaderName(name) ? headers.get(name) : null
      if (value !== null) return value
      if (!isPresigned || !hoisted.test(name)) return undefined
      return address.query.pairs.find(([candidate]) => candidate.toLowerCase() === name)?.[1]
    },
  }
}
