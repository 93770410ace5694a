import type { XmlElement } from '../../http/rest-xml.ts'
import { partitionAndAccount } from '../../iam/caller.ts'
import { invalidArgument } from '../errors.ts'
import type { ListedItem, ListPosition } from '../objects/list-page.ts'
import type { Query } from '../query.ts'
import type { Identity } from '../signature/identity.ts'
import { isoTime, quoted, urlEncoded } from './xml.ts'

/** How a listing writes keys and what is made of them: as they are, or as `encoding-type` asks. */
export interface KeyEncoding {
  element: XmlElement | undefined
  encode: (text: string) => string
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

/** A marker within a common prefix stands after all of it: the prefix was listed before. */
export function markerPosition(
  marker: string,
  prefix: string,
  delimiter: string,
): ListPosition | undefined {
  if (marker === '') return undefined
  const end =
    delimiter !== '' && marker.startsWith(prefix) ? marker.indexOf(delimiter, prefix.length) : -1
  return end === -1 ? { key: marker } : { commonPrefix: marker.slice(0, end + delimiter.length) }
}
