import { listPage, type ListPosition } from '../objects/list-page.ts'
import type { Answer, OperationContext } from '../operation.ts'
import {
  itemElement,
  listingAnswer,
  markerPosition,
  ownerElement,
  readListParameters,
} from '../xml/listing.ts'

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
  const parameters = readListParameters(query)
  const { prefix, delimiter, maxKeys, encoding } = parameters
  const { encode } = encoding
  const marker = query.get('marker') ?? ''
  const after = markerPosition(marker, parameters)
  const { items, next } = listPage(objects, bucket.name, {
    prefix,
    delimiter,
    after,
    limit: maxKeys,
  })
  const nextMarker = next && delimiter !== undefined ? markerOf(next) : undefined
  const owner = ownerElement(identity)
  return listingAnswer(context, 'ListBucketResult', [
    ['Prefix', encode(prefix)],
    ['Marker', encode(marker)],
    nextMarker === undefined ? undefined : ['NextMarker', encode(nextMarker)],
    ['MaxKeys', maxKeys],
    delimiter === undefined ? undefined : ['Delimiter', encode(delimiter)],
    encoding.element,
    ['IsTruncated', next !== undefined],
    ...items.map((item) => itemElement(item, encoding, owner)),
  ])
}

function markerOf(position: ListPosition): string {
  return 'key' in position ? position.key : position.commonPrefix
}
