import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { listPage, type ListPosition } from '../objects/list-page.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readCount } from '../read-count.ts'
import { itemElement, markerPosition, ownerElement, readKeyEncoding } from '../xml/listing.ts'
import { s3Namespace } from '../xml/xml.ts'

/**
 * ListObjects, the first version: pages go on after a marker that clients may make up themselves.
 * `NextMarker` is there with a delimiter only; without one the last key is the marker.
 *
 * @throws InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html
 */
export function listObjects(context: OperationContext): Answer {
  const { request, bucket, objects, identity } = context
  const { query } = request
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const marker = query.get('marker') ?? ''
  const maxKeys = readCount(query, 'max-keys')
  const encoding = readKeyEncoding(query)
  const { encode } = encoding
  const { items, next } = listPage(objects, bucket.name, {
    prefix,
    delimiter: delimiter === '' ? undefined : delimiter,
    after: markerPosition(marker, prefix, delimiter),
    limit: maxKeys,
  })
  const nextMarker = next && delimiter !== '' ? markerOf(next) : undefined
  const owner = ownerElement(identity)
  return {
    status: 200,
    headers: { ...xmlHeaders, 'x-amz-bucket-region': bucket.region },
    body: xmlDocument(
      [
        'ListBucketResult',
        [
          ['Name', bucket.name],
          ['Prefix', encode(prefix)],
          ['Marker', encode(marker)],
          nextMarker === undefined ? undefined : ['NextMarker', encode(nextMarker)],
          ['MaxKeys', maxKeys],
          delimiter === '' ? undefined : ['Delimiter', encode(delimiter)],
          encoding.element,
          ['IsTruncated', next !== undefined],
          ...items.map((item) => itemElement(item, encoding, owner)),
        ],
      ],
      s3Namespace,
    ),
  }
}

function markerOf(position: ListPosition): string {
  return 'key' in position ? position.key : position.commonPrefix
}
