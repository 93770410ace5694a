import { parseBase64, toBase64 } from '../../core/encoding/base64.ts'
import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { S3Error } from '../errors.ts'
import { listPage, type ListPosition } from '../objects/list-page.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readCount } from '../read-count.ts'
import { itemElement, ownerElement, readKeyEncoding } from '../xml/listing.ts'
import { s3Namespace } from '../xml/xml.ts'

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
  const encoding = readKeyEncoding(query)
  const { encode } = encoding
  const page = listPage(objects, bucket.name, {
    prefix,
    delimiter: delimiter === '' ? undefined : delimiter,
    after: token === undefined ? positionAfter(startAfter) : parseToken(token),
    limit: maxKeys,
  })

  const owner = query.get('fetch-owner') === 'true' ? ownerElement(identity) : undefined
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
          // A token says it better, and S3 passes over the other.
          startAfter === undefined || token !== undefined
            ? undefined
            : ['StartAfter', encode(startAfter)],
          token === undefined ? undefined : ['ContinuationToken', token],
          page.next === undefined ? undefined : ['NextContinuationToken', formatToken(page.next)],
          ['KeyCount', page.items.length],
          ['MaxKeys', maxKeys],
          encoding.element,
          ['IsTruncated', page.next !== undefined],
          ...page.items.map((item) => itemElement(item, encoding, owner)),
        ],
      ],
      s3Namespace,
    ),
  }
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
  throw new S3Error('InvalidArgument', {
    message: 'The continuation token provided is incorrect',
    // Recorded of S3: of an empty one no value is told.
    details: {
      ArgumentName: 'continuation-token',
      ...(token !== '' && { ArgumentValue: token }),
    },
  })
}
