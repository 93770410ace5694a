import { uriEncodePath } from '../signature-v4/uri-encode.ts'
import type { BucketConfig } from './config.ts'
import { S3Error } from './errors.ts'
import { decodeUri, parseQuery, queryOf, type Query } from './query.ts'

/** What a request points at, and over which host and path its signature is made. */
export interface Address {
  /** Undefined for the service itself (`/`). */
  bucketName: string | undefined
  /** Empty for the bucket itself. */
  key: string
  query: Query
  signedHost: string
  canonicalPath: string
  /** As Signature Version 2 has it: with the bucket, and encoded as it came. */
  resourcePath: string
}

/** Carries the host that a client signed when the request had to be sent elsewhere: decision 0050. */
const signedHostParameter = 'x-local-signed-host'

const maxKeyBytes = 1024
const encoder = new TextEncoder()

/**
 * Reads path style (`/bucket/key`) and virtual-host style (`bucket.localhost`,
 * `bucket.s3.<region>.amazonaws.com`).
 *
 * @param target The request target in origin form.
 * @throws InvalidURI, KeyTooLongError
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function parseAddress(
  target: string,
  host: string,
  buckets: readonly BucketConfig[],
): Address {
  const question = target.indexOf('?')
  const rawPath = question === -1 ? target : target.slice(0, question)
  const path = decodeUri(rawPath)
  const query = parseQuery(question === -1 ? '' : target.slice(question + 1))
  const owner = findVirtualHostBucket(host, buckets)
  if (owner) {
    const key = path.slice(1)
    checkKey(key)
    return {
      bucketName: owner.name,
      key,
      query,
      signedHost: host,
      canonicalPath: uriEncodePath(path),
      resourcePath: `/${owner.name}${rawPath}`,
    }
  }

  const slash = path.indexOf('/', 1)
  const name = slash === -1 ? path.slice(1) : path.slice(1, slash)
  const keyPath = slash === -1 ? '/' : path.slice(slash)
  const key = keyPath.slice(1)
  checkKey(key)
  const carried = findCarriedHost(
    query,
    buckets.find((bucket) => bucket.name === name),
  )
  return {
    bucketName: name || undefined,
    key,
    query: carried ? queryOf(query.pairs.slice(0, -1)) : query,
    signedHost: carried?.host ?? host,
    canonicalPath: uriEncodePath(carried?.isVirtual ? keyPath : path),
    resourcePath: rawPath,
  }
}

/** Checks a key from a request, wherever it stood. @throws InvalidURI, KeyTooLongError */
export function checkKey(key: string): void {
  if (key.includes('\0')) throw new S3Error('InvalidURI')
  if (key.length * 3 <= maxKeyBytes) return
  const sizeBytes = encoder.encode(key).length
  if (sizeBytes > maxKeyBytes) {
    throw new S3Error('KeyTooLongError', {
      details: { Size: sizeBytes, MaxSizeAllowed: maxKeyBytes },
    })
  }
}

function findVirtualHostBucket(
  host: string,
  buckets: readonly BucketConfig[],
): BucketConfig | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return buckets.find(
    (bucket) => name === `${bucket.name}.localhost` || name === virtualHost(bucket),
  )
}

/** Only the hosts at which AWS itself would serve this very bucket; else the parameter is nothing special. */
function findCarriedHost(
  query: Query,
  bucket: BucketConfig | undefined,
): { host: string; isVirtual: boolean } | undefined {
  const [name, host] = query.pairs.at(-1) ?? []
  if (name !== signedHostParameter || host === undefined || !bucket) return undefined
  if (host === virtualHost(bucket)) return { host, isVirtual: true }
  if (host === `s3.${bucket.region}.amazonaws.com`) return { host, isVirtual: false }
  return undefined
}

function virtualHost(bucket: BucketConfig): string {
  return `${bucket.name}.s3.${bucket.region}.amazonaws.com`
}
