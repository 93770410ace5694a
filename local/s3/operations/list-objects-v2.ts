import { parseBase64, toBase64 } from '../../core/encoding/base64.ts'
import { S3Error } from '../errors.ts'
import { listPage, type ListPosition } from '../objects/list-page.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { itemElement, listingAnswer, ownerElement, readListParameters } from '../xml/listing.ts'

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
  const { prefix, delimiter, maxKeys, encoding } = readListParameters(query)
  const { encode } = encoding
  const token = query.get('continuation-token')
  const startAfter = query.get('start-after')
  const after = token === undefined ? positionAfter(startAfter) : parseToken(token)
  const { items, next } = listPage(objects, bucket.name, {
    prefix,
    delimiter,
    after,
    limit: maxKeys,
  })
  const owner = query.get('fetch-owner') === 'true' ? ownerElement(identity) : undefined
  return listingAnswer(context, 'ListBucketResult', [
    ['Prefix', encode(prefix)],
    delimiter === undefined ? undefined : ['Delimiter', encode(delimiter)],
    // A token says it better, and S3 passes over the other.
    startAfter === undefined || token !== undefined
      ? undefined
      : ['StartAfter', encode(startAfter)],
    token === undefined ? undefined : ['ContinuationToken', token],
    next === undefined ? undefined : ['NextContinuationToken', formatToken(next)],
    ['KeyCount', items.length],
    ['MaxKeys', maxKeys],
    encoding.element,
    ['IsTruncated', next !== undefined],
    ...items.map((item) => itemElement(item, encoding, owner)),
  ])
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
