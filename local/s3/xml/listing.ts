import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import { partitionAndAccount } from '../../iam/caller.ts'
import { invalidArgument } from '../errors.ts'
import type { ListedItem, ListPosition } from '../objects/list-page.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readCount } from '../read-count.ts'
import type { Query } from '../query.ts'
import type { Identity } from '../signature/identity.ts'
import { isoTime, quoted, s3Namespace, urlEncoded } from './xml.ts'

/** How a listing writes keys and what is made of them: as they are, or as `encoding-type` asks. */
export interface KeyEncoding {
  element: XmlElement | undefined
  encode: (text: string) => string
}

/** What every listing of a bucket's keys takes. */
interface ListParameters {
  prefix: string
  /** Undefined for an empty one, too. */
  delimiter: string | undefined
  maxKeys: number
  encoding: KeyEncoding
}

/** @throws InvalidArgument */
export function readListParameters(query: Query): ListParameters {
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') || undefined,
    maxKeys: readCount(query, 'max-keys'),
    encoding: readKeyEncoding(query),
  }
}

export function listingAnswer(
  { bucket }: OperationContext,
  name: 'ListBucketResult' | 'ListVersionsResult',
  elements: readonly (XmlElement | undefined)[],
): Answer {
  return {
    status: 200,
    headers: { ...xmlHeaders, 'x-amz-bucket-region': bucket.region },
    body: xmlDocument([name, [['Name', bucket.name], ...elements]], s3Namespace),
  }
}

/** @throws InvalidArgument for another `encoding-type` than `url`, none at all among them. */
export function readKeyEncoding(query: Query): KeyEncoding {
  const type = query.get('encoding-type')
  if (type === undefined) return { element: undefined, encode: (text) => text }
  if (type === 'url') return { element: ['EncodingType', type], encode: urlEncoded }
  throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type)
}

export function itemElement(
  item: ListedItem,
  { encode }: KeyEncoding,
  owner: XmlElement | undefined,
): XmlElement {
  if ('commonPrefix' in item) return ['CommonPrefixes', [['Prefix', encode(item.commonPrefix)]]]
  const { version } = item
  return [
    'Contents',
    [
      ['Key', encode(version.key)],
      ['LastModified', isoTime(version.lastModifiedMs)],
      ['ETag', quoted(version.etag)],
      version.checksum ? ['ChecksumAlgorithm', version.checksum.algorithm] : undefined,
      version.checksum ? ['ChecksumType', version.checksum.type] : undefined,
      ['Size', version.sizeBytes],
      owner,
      ['StorageClass', 'STANDARD'],
    ],
  ]
}

/** The account, in the place of the canonical user id that only AWS could give. */
export function ownerElement({ credentials }: Identity): XmlElement {
  return ['Owner', [['ID', partitionAndAccount(credentials.principal).account]]]
}

/** Who began an upload, by their ARN. */
export function initiatorElement(arn: string): XmlElement {
  return [
    'Initiator',
    [
      ['ID', arn],
      ['DisplayName', arn.slice(arn.lastIndexOf('/') + 1)],
    ],
  ]
}

/** A marker within a common prefix stands after all of it: the prefix was listed before. */
export function markerPosition(
  marker: string,
  { prefix, delimiter }: Pick<ListParameters, 'prefix' | 'delimiter'>,
): ListPosition | undefined {
  if (marker === '') return undefined
  if (delimiter === undefined || !marker.startsWith(prefix)) return { key: marker }
  const end = marker.indexOf(delimiter, prefix.length)
  return end === -1 ? { key: marker } : { commonPrefix: marker.slice(0, end + delimiter.length) }
}
