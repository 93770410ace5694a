import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import { checksumElement } from '../checksums/checksums.ts'
import { invalidArgument } from '../errors.ts'
import type { ObjectVersion } from '../model.ts'
import { findReadable, readAction } from '../objects/find-readable.ts'
import { validators, readVersionHeader } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { queryOf } from '../query.ts'
import { readCount } from '../read-count.ts'
import type { S3Request } from '../request.ts'
import { maxPartNumber } from '../uploads/part-number.ts'
import { checksumElements, s3Namespace } from '../xml/xml.ts'

const attributes = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'] as const
type Attribute = (typeof attributes)[number]

/**
 * GetObjectAttributes: what a HEAD and a list of parts would say. Needs the right to read the object
 * as well.
 *
 * @throws InvalidArgument, NoSuchKey, NoSuchVersion, AccessDenied, MethodNotAllowed
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html
 */
export function getObjectAttributes(context: OperationContext): Answer {
  const { request, rights, bucket, key } = context
  const versionId = request.query.get('versionId')
  rights.check(readAction(versionId), bucket, key)
  const page = readPage(request)
  const asked = readAttributes(request.header('x-amz-object-attributes') ?? '')
  const version = findReadable(context, bucket, key, versionId)
  const element: Record<Attribute, () => XmlElement | undefined> = {
    ETag: () => ['ETag', version.etag],
    Checksum: () => checksumOf(version),
    ObjectParts: () => partsOf(page, version),
    StorageClass: () => ['StorageClass', 'STANDARD'],
    ObjectSize: () => ['ObjectSize', version.sizeBytes],
  }
  return {
    status: 200,
    headers: {
      ...xmlHeaders,
      'last-modified': validators(version)['last-modified'] ?? '',
      ...readVersionHeader(bucket, version),
    },
    body: xmlDocument(
      [
        'GetObjectAttributesResponse',
        attributes.filter((name) => asked.has(name)).map((name) => element[name]()),
      ],
      s3Namespace,
    ),
  }
}

/** The action that it needs beside that of reading. */
export function attributesAction(versionId: string | undefined): string {
  return versionId === undefined ? 's3:GetObjectAttributes' : 's3:GetObjectVersionAttributes'
}

function readAttributes(header: string): ReadonlySet<string> {
  const names = header.split(',').map((name) => name.trim())
  const known: readonly string[] = attributes
  if (names.every((name) => known.includes(name))) return new Set(names)
  throw invalidArgument('Invalid attribute name specified.', 'x-amz-object-attributes', header)
}

/** Of a composite one the sum alone: how many parts it is of stands elsewhere. */
function checksumOf({ checksum }: ObjectVersion): XmlElement | undefined {
  if (!checksum) return undefined
  const value = checksum.value.replace(/-\d+$/, '')
  return ['Checksum', checksumElements({ ...checksum, value })]
}

/** The parts one by one only where each has a checksum that the whole's is made of. */
function partsOf({ marker, limit }: Page, version: ObjectVersion): XmlElement | undefined {
  const { partSizes, partChecksums, checksum } = version
  if (!partSizes) return undefined
  const count: XmlElement = ['PartsCount', partSizes.length]
  if (checksum?.type !== 'COMPOSITE' || !partChecksums) return ['ObjectParts', [count]]
  const sums = partChecksums.slice(marker, marker + limit)
  return [
    'ObjectParts',
    [
      count,
      ['PartNumberMarker', marker],
      ['NextPartNumberMarker', sums.length === 0 ? 0 : marker + sums.length],
      ['MaxParts', limit],
      ['IsTruncated', marker + sums.length < partChecksums.length && marker < partSizes.length],
      ...sums.map((sum, index): XmlElement => [
        'Part',
        [
          ['PartNumber', marker + index + 1],
          ['Size', partSizes[marker + index] ?? 0],
          [checksumElement(checksum.algorithm), sum],
        ],
      ]),
    ],
  ]
}

interface Page {
  marker: number
  limit: number
}

/** @throws InvalidArgument */
function readPage(request: S3Request): Page {
  const headers = ['x-amz-max-parts', 'x-amz-part-number-marker'] as const
  const given = queryOf(headers.map((name) => [name, request.header(name) ?? '']))
  const [max, after] = headers
  return {
    limit: readCount(given, max),
    marker: readCount(given, after, { fallback: 0, max: maxPartNumber }),
  }
}
