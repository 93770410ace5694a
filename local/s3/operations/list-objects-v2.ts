import { parseBase64, toBase64 } from '../../core/encoding/base64.ts'
import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import { partitionAndAccount } from '../../iam/caller.ts'
import { invalidArgument } from '../errors.ts'
import { listPage, type ListedItem, type ListPosition } from '../objects/list-page.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readCount } from '../read-count.ts'
import { isoTime, quoted, s3Namespace, urlEncoded } from '../xml/xml.ts'

/**
 * ListObjectsV2: keys by the bytes of their UTF-8. Echoes exactly the parameters that came: clients
 * check it.
 *
 * @throws InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function listObjectsV2(context: OperationContext): Answer {
  const { request, bucket, objects, identity } = context
  const { query } = request
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter')
  const token = query.get('continuation-token')
  const startAfter = query.get('start-after')
  const maxKeys = readCount(query, 'max-keys')
  const encodingType = readEncodingType(query.get('encoding-type'))
  const encode = encodingType ? urlEncoded : (text: string) => text
  const page = listPage(objects, bucket.name, {
    prefix,
    delimiter: delimiter === '' ? undefined : delimiter,
    after: token === undefined ? positionAfter(startAfter) : parseToken(token),
    limit: maxKeys,
  })

  const owner =
    query.get('fetch-owner') === 'true'
      ? ownerOf(partitionAndAccount(identity.credentials.principal).account)
      : undefined
  return {
    status: 200,
    headers: { ...xmlHeaders, 'x-amz-bucket-region': bucket.region },
    body: xmlDocument(
      [
        'ListBucketResult',
        [
          ['Name', bucket.name],
          ['Prefix', encode(prefix)],
          delimiter ? ['Delimiter', encode(delimiter)] : undefined,
          startAfter === undefined ? undefined : ['StartAfter', encode(startAfter)],
          token === undefined ? undefined : ['ContinuationToken', token],
          page.next === undefined ? undefined : ['NextContinuationToken', formatToken(page.next)],
          ['KeyCount', page.items.length],
          ['MaxKeys', maxKeys],
          encodingType ? ['EncodingType', encodingType] : undefined,
          ['IsTruncated', page.next !== undefined],
          ...page.items.map((item) => itemElement(item, encode, owner)),
        ],
      ],
      s3Namespace,
    ),
  }
}

function itemElement(
  item: ListedItem,
  encode: (text: string) => string,
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
function ownerOf(account: string): XmlElement {
  return ['Owner', [['ID', account]]]
}

function readEncodingType(value: string | undefined): 'url' | undefined {
  if (value === undefined || value === 'url') return value
  throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', value)
}

function positionAfter(key: string | undefined): ListPosition | undefined {
  return key === undefined || key === '' ? undefined : { key }
}

/** Opaque to clients: where the next page begins. */
function formatToken(position: ListPosition): string {
  const text = 'key' in position ? `k${position.key}` : `p${position.commonPrefix}`
  return toBase64(new TextEncoder().encode(text))
}

function parseToken(token: string): ListPosition {
  try {
    const bytes = parseBase64(token) ?? new Uint8Array()
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (/^k./s.test(text)) return { key: text.slice(1) }
    if (/^p./s.test(text)) return { commonPrefix: text.slice(1) }
  } catch {
    // Not one of ours: answered below, like every other such token.
  }
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token)
}
