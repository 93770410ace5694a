import { parseBase64, toBase64 } from '../../core/encoding/base64.ts'
import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { bucketArn } from '../bucket-arn.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import type { Answer, ServiceContext } from '../operation.ts'
import type { Query } from '../query.ts'
import { readCount } from '../read-count.ts'
import { isRegion } from '../regions.ts'
import { ownerElement } from '../xml/listing.ts'
import { isoTime, s3Namespace } from '../xml/xml.ts'

const maxBuckets = 10_000
const pagedParameters = ['prefix', 'bucket-region', 'max-buckets', 'continuation-token']

/**
 * ListBuckets: all that the template declares, by their names. The region of each stands there only
 * when a parameter of the newer, paged form came along; the ARN always does, as recorded of S3.
 *
 * @throws InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export function listBuckets({ request, identity, buckets, bucketDates }: ServiceContext): Answer {
  const { query } = request
  const prefix = query.get('prefix')
  const region = query.get('bucket-region')
  if (region !== undefined && !isRegion(region)) throw wrongRegion(region)
  const limit = readLimit(query)
  const isPaged = pagedParameters.some((name) => query.has(name))
  const after = readToken(query.get('continuation-token'))
  const found = buckets
    .filter((bucket) => bucket.name.startsWith(prefix ?? ''))
    .filter((bucket) => region === undefined || bucket.region === region)
    .filter(({ name }) => after === undefined || name > after)
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
  const page = found.slice(0, limit)
  const last = found.length > page.length ? page.at(-1) : undefined
  return {
    status: 200,
    headers: xmlHeaders,
    body: xmlDocument(
      [
        'ListAllMyBucketsResult',
        [
          ownerElement(identity),
          [
            'Buckets',
            page.map((bucket) => [
              'Bucket',
              [
                ['Name', bucket.name],
                ['CreationDate', isoTime(bucketDates.of(bucket.name))],
                isPaged ? ['BucketRegion', bucket.region] : undefined,
                ['BucketArn', bucketArn(bucket)],
              ],
            ]),
          ],
          last && ['ContinuationToken', toBase64(new TextEncoder().encode(last.name))],
          prefix === undefined ? undefined : ['Prefix', prefix],
        ],
      ],
      s3Namespace,
    ),
  }
}

/** @throws InvalidArgument */
function readLimit(query: Query): number {
  const limit = readCount(query, 'max-buckets', { fallback: maxBuckets, max: maxBuckets })
  if (limit > 0) return limit
  throw invalidArgument('Argument max-buckets must be between 1 and 10000', 'max-buckets', '0')
}

/** The last name of the page before; an empty token is none. */
function readToken(token: string | undefined): string | undefined {
  if (token === undefined || token === '') return undefined
  const bytes = parseBase64(token)
  if (bytes) return new TextDecoder().decode(bytes)
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token)
}

function wrongRegion(region: string): S3Error {
  return new S3Error('InvalidArgument', {
    message: `Argument value ${region} is not a valid AWS Region`,
    details: { ArgumentName: 'bucket-region' },
  })
}
