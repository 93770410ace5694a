import { utf8OfHeader } from '../../http/header-text.ts'
import { isHeaderName } from '../../signature-v4/verify-signature.ts'
import type { BucketConfig } from '../config.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import type { ObjectVersion } from '../model.ts'
import type { S3Request } from '../request.ts'
import { encodeMetadata } from './encode-metadata.ts'

/** S3 keeps these with the object and hands them back. */
const storedNames = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]

const metadataPrefix = 'x-amz-meta-'
const maxMetadataBytes = 2048
const encoder = new TextEncoder()
const defaultContentType = 'binary/octet-stream'

/** Always on, as in every bucket of AWS since 2023. */
export const encryptionHeader = { 'x-amz-server-side-encryption': 'AES256' }

export function readStoredHeaders(request: S3Request): Record<string, string> {
  const stored: Record<string, string> = { 'content-type': defaultContentType }
  for (const name of storedNames) {
    const value = request.headers.get(name)
    const kept = name === 'content-encoding' ? withoutFraming(value) : value
    if (kept !== null && kept !== '') stored[name] = kept
  }
  return stored
}

/** @throws MetadataTooLarge above 2 KB of names and values; InvalidArgument for no header's name. */
export function readMetadata(request: S3Request): Record<string, string> {
  const metadata: Record<string, string> = {}
  const isPresigned = request.presignedBy !== undefined
  const headers = [...request.headers].map(([name, value]) => [name, utf8OfHeader(value)] as const)
  for (const [name, value] of [...(isPresigned ? request.query.pairs : []), ...headers]) {
    const lower = name.toLowerCase()
    if (!lower.startsWith(metadataPrefix)) continue
    if (!isHeaderName(lower)) throw invalidArgument('Invalid metadata key', name, value)
    metadata[lower.slice(metadataPrefix.length)] = value
  }
  const sizeBytes = encoder.encode(Object.entries(metadata).flat().join('')).byteLength
  if (sizeBytes <= maxMetadataBytes) return metadata
  throw new S3Error('MetadataTooLarge', {
    details: { Size: sizeBytes, MaxSizeAllowed: maxMetadataBytes },
  })
}

/** The headers that describe an object; not its length, which depends on the range. */
export function objectHeaders(
  bucket: BucketConfig,
  version: ObjectVersion,
  request: S3Request,
): Record<string, string> {
  const metadata = Object.entries(version.metadata).map(([name, value]) => [
    metadataPrefix + name,
    encodeMetadata(value),
  ])
  return {
    ...version.headers,
    ...overrides(request),
    ...(Object.fromEntries(metadata) as Record<string, string>),
    'accept-ranges': 'bytes',
    ...validators(version),
    ...readVersionHeader(bucket, version),
    ...encryptionHeader,
  }
}

export function validators(version: ObjectVersion): Record<string, string> {
  return {
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.lastModifiedMs).toUTCString(),
  }
}

/** Of what was just written: the version `null` is not told, as in S3. */
export function versionHeader({ versionId }: { versionId: string }): Record<string, string> {
  return versionId === 'null' ? {} : { 'x-amz-version-id': versionId }
}

/** Of what is read: only a bucket that never had versions leaves it out. */
export function readVersionHeader(
  { versioning, versioningSuspended }: BucketConfig,
  version: { versionId: string },
): Record<string, string> {
  const hasVersions = versioning || versioningSuspended
  return hasVersions ? { 'x-amz-version-id': version.versionId } : versionHeader(version)
}

/** `response-content-type` and its kin. They are part of what was signed, as every query here is. */
function overrides({ query }: S3Request): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of storedNames) {
    const value = query.get(`response-${name}`)
    if (value === undefined) continue
    // oxlint-disable-next-line no-control-regex -- what a header cannot carry
    if (/[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/.test(value)) {
      throw invalidArgument(
        'Header value cannot be represented using ISO-8859-1.',
        `response-${name}`,
        value,
      )
    }
    values[name] = value
  }
  return values
}

/** `aws-chunked` is how the body travelled, not what it is. */
function withoutFraming(encoding: string | null): string | null {
  if (encoding === null) return null
  const codings = encoding.split(',').map((coding) => coding.trim())
  return codings.filter((coding) => coding !== '' && coding !== 'aws-chunked').join(', ')
}
