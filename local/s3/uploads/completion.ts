import { xmlList, xmlText } from '../../http/parse-xml.ts'
import {
  checksumAlgorithms,
  checksumElement,
  defaultChecksum,
  type ChecksumAlgorithm,
} from '../checksums/checksums.ts'
import { S3Error } from '../errors.ts'
import type { Upload, UploadedPart } from '../model.ts'
import type { OperationContext } from '../operation.ts'
import { readDocument } from '../xml/read-document.ts'
import { checkChecksumType } from './object-checksum.ts'

const minPartBytes = 5 * 1024 ** 2
const maxParts = 10_000

/** A part as a completion lists it. */
interface ListedPart {
  /** The digits that came. */
  number: string
  /** Without quotes. */
  etag: string
  checksums: readonly { algorithm: ChecksumAlgorithm; value: string }[]
}

/**
 * What a completion asks for, checked against what was uploaded.
 *
 * @throws MalformedXML, InvalidPart, InvalidPartOrder, EntityTooSmall, InvalidRequest, BadDigest
 */
export async function readCompletion(
  context: OperationContext,
  upload: Upload,
): Promise<readonly UploadedPart[]> {
  const listed = await readListedParts(context)
  checkChecksumType(context.request, upload)
  const uploaded = new Map(
    Array.from(context.uploads.parts(upload.id), (part) => [part.number, part]),
  )
  const parts: UploadedPart[] = []
  for (const each of listed) {
    const part = findPart(uploaded, upload, each)
    if (part.number <= (parts.at(-1)?.number ?? 0)) {
      throw new S3Error('InvalidPartOrder', { details: { UploadId: upload.id } })
    }
    parts.push(part)
  }
  checkSizes(context, parts)
  return parts
}

/** @throws MalformedXML, InvalidRequest */
export async function readListedParts(context: OperationContext): Promise<readonly ListedPart[]> {
  const none = new S3Error('InvalidRequest', { message: 'You must specify at least one part' })
  // The checksum header is of the object; `readDocument` would take it for one of this document.
  const document = await readDocument(withoutChecksum(context), 'CompleteMultipartUpload', none)
  const listed = xmlList(document, 'Part')
  if (listed.length === 0) throw none
  if (listed.length > maxParts) throw new S3Error('MalformedXML')
  return listed.map((node) => {
    const number = xmlText(node, 'PartNumber')?.trim() ?? ''
    const etag = xmlText(node, 'ETag')
      ?.trim()
      .replace(/^"(.*)"$/, '$1')
    if (!/^\d{1,5}$/.test(number) || etag === undefined) throw new S3Error('MalformedXML')
    const checksums = checksumAlgorithms.flatMap((algorithm) => {
      const value = xmlText(node, checksumElement(algorithm))?.trim()
      return value === undefined ? [] : [{ algorithm, value }]
    })
    return { number, etag, checksums }
  })
}

function findPart(
  uploaded: ReadonlyMap<number, UploadedPart>,
  upload: Upload,
  { number, etag, checksums }: ListedPart,
): UploadedPart {
  const part = uploaded.get(Number(number))
  const algorithm = upload.checksum?.algorithm ?? defaultChecksum
  const other = checksums.find((checksum) => checksum.algorithm !== algorithm)
  if (other && upload.checksum) {
    throw new S3Error('BadDigest', {
      message: `The ${other.algorithm.toLowerCase()} you specified for part ${number} did not match what we received.`,
    })
  }
  if (upload.checksum?.type === 'COMPOSITE' && checksums.length === 0) {
    throw new S3Error('InvalidRequest', {
      message: `The upload was created using a ${algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
    })
  }
  const isSame = part?.etag === etag && checksums.every(({ value }) => value === part.checksum)
  if (part && isSame && !other) return part
  throw new S3Error('InvalidPart', {
    details: { UploadId: upload.id, PartNumber: number, ETag: etag },
  })
}

/** Every part but the last has 5 MiB at least. */
function checkSizes({ request }: OperationContext, parts: readonly UploadedPart[]): void {
  const small = parts.slice(0, -1).find((part) => part.sizeBytes < minPartBytes)
  if (small) {
    throw new S3Error('EntityTooSmall', {
      details: {
        ProposedSize: small.sizeBytes,
        MinSizeAllowed: minPartBytes,
        PartNumber: small.number,
        ETag: small.etag,
      },
    })
  }
  const declared = request.header('x-amz-mp-object-size')
  const total = parts.reduce((sum, part) => sum + part.sizeBytes, 0)
  if (declared !== undefined && declared !== String(total)) {
    throw new S3Error('InvalidRequest', {
      message: `The provided 'x-amz-mp-object-size' header value ${declared} does not match what was computed: ${total}`,
    })
  }
}

function withoutChecksum(context: OperationContext): OperationContext {
  const { request } = context
  const header = (name: string) =>
    name.startsWith('x-amz-checksum-') ? undefined : request.header(name)
  return { ...context, request: { ...request, header } }
}
