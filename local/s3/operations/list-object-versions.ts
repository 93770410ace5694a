import type { XmlElement } from '../../http/rest-xml.ts'
import { invalidArgument } from '../errors.ts'
import type { ListPosition } from '../objects/list-page.ts'
import { listVersions, type ListedVersion, type VersionPosition } from '../objects/list-versions.ts'
import type { Answer, OperationContext } from '../operation.ts'
import type { Query } from '../query.ts'
import {
  listingAnswer,
  markerPosition,
  ownerElement,
  readListParameters,
  type KeyEncoding,
} from '../xml/listing.ts'
import { isoTime, quoted } from '../xml/xml.ts'

/**
 * ListObjectVersions: every version and every delete marker, of a bucket that never had versions its
 * objects, each with the id `null`.
 *
 * @throws InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export function listObjectVersions(context: OperationContext): Answer {
  const { runtime, request, bucket, identity } = context
  const { query } = request
  const keyMarker = query.get('key-marker') ?? ''
  const versionIdMarker = readVersionIdMarker(query, keyMarker)
  const parameters = readListParameters(query)
  const { prefix, delimiter, maxKeys, encoding } = parameters
  const { encode } = encoding
  const after = positionAfter(markerPosition(keyMarker, parameters), versionIdMarker)
  const range = { prefix, delimiter, after, limit: maxKeys }
  const { items, next } = listVersions(runtime.store, bucket.name, range)
  const owner = ownerElement(identity)
  return listingAnswer(context, 'ListVersionsResult', [
    ['Prefix', encode(prefix)],
    ['KeyMarker', encode(keyMarker)],
    ['VersionIdMarker', versionIdMarker],
    next && ['NextKeyMarker', encode('key' in next ? next.key : next.commonPrefix)],
    next?.versionId === undefined ? undefined : ['NextVersionIdMarker', next.versionId],
    ['MaxKeys', maxKeys],
    delimiter === undefined ? undefined : ['Delimiter', encode(delimiter)],
    encoding.element,
    ['IsTruncated', next !== undefined],
    ...items.map((item) => itemElement(item, encoding, owner)),
  ])
}

function itemElement(item: ListedVersion, { encode }: KeyEncoding, owner: XmlElement): XmlElement {
  if ('commonPrefix' in item) return ['CommonPrefixes', [['Prefix', encode(item.commonPrefix)]]]
  const { version, isLatest } = item
  const isObject = version.kind === 'object'
  const checksum = isObject ? version.checksum : undefined
  return [
    isObject ? 'Version' : 'DeleteMarker',
    [
      ['Key', encode(version.key)],
      ['VersionId', version.versionId],
      ['IsLatest', isLatest],
      ['LastModified', isoTime(version.lastModifiedMs)],
      isObject ? ['ETag', quoted(version.etag)] : undefined,
      checksum && ['ChecksumAlgorithm', checksum.algorithm],
      checksum && ['ChecksumType', checksum.type],
      isObject ? ['Size', version.sizeBytes] : undefined,
      owner,
      isObject ? ['StorageClass', 'STANDARD'] : undefined,
    ],
  ]
}

/** @throws InvalidArgument */
function readVersionIdMarker(query: Query, keyMarker: string): string {
  const marker = query.get('version-id-marker') ?? ''
  if (marker === '' || keyMarker !== '') return marker
  throw invalidArgument(
    'A version-id marker cannot be specified without a key marker.',
    'version-id-marker',
    marker,
  )
}

function positionAfter(
  position: ListPosition | undefined,
  versionIdMarker: string,
): VersionPosition | undefined {
  if (!position || versionIdMarker === '' || 'commonPrefix' in position) return position
  return { ...position, versionId: versionIdMarker }
}
