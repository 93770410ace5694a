import { xmlList, xmlText, type XmlNode } from '../../http/parse-xml.ts'
import {
  checksumAlgorithms,
  checksumElement,
  checksumHeader,
  type ChecksumAlgorithm,
} from '../checksums/checksums.ts'
import { S3Error } from '../errors.ts'
import type { Upload, UploadedPart } from '../model.ts'
import type { OperationContext } from '../operation.ts'
import { readDocument } from '../xml/read-document.ts'

/** What a completion asks for, checked against what was uploaded. */
export interface Completion {
  parts: readonly UploadedPart[]
  /** Of the whole, as the client says. */
  checksum: { algorithm: ChecksumAlgorithm; value: string } | undefined
}

const minPartBytes = 5 * 1024 ** 2
const maxParts = 10_000

/**
 * @throws MalformedXML, InvalidPart, InvalidPartOrder, EntityTooSmall, InvalidRequest
 */
export async function readCompletion(
  context: OperationContext,
  upload: Upload,
): Promise<Completion> {
  // The checksum header is of the object; `readDocument` would take it for one of this document.
  const checksum = readObjectChecksum(context, upload)
  const document = await readDocument(withoutChecksum(context), 'CompleteMultipartUpload')
  const listed = xmlList(document, 'Part')
  if (listed.length === 0 || listed.length > maxParts) throw new S3Error('MalformedXML')

  const uploaded = new Map(
    Array.from(context.uploads.parts(upload.id), (part) => [part.number, part]),
  )
  const parts: UploadedPart[] = []
  for (const node of listed) {
    const part = findPart(uploaded, upload, node)
    if (part.number <= (parts.at(-1)?.number ?? 0)) throw new S3Error('InvalidPartOrder')
    parts.push(part)
  }
  checkSizes(context, parts)
  return { parts, checksum }
}

function findPart(
  uploaded: ReadonlyMap<number, UploadedPart>,
  upload: Upload,
  node: XmlNode,
): UploadedPart {
  const number = xmlText(node, 'PartNumber')?.trim() ?? ''
  const etag = xmlText(node, 'ETag')
    ?.trim()
    .replace(/^"(.*)"$/, '$1')
  if (!/^\d{1,5}$/.test(number) || etag === undefined) throw new S3Error('MalformedXML')
  const part = uploaded.get(Number(number))
  const checksum = upload.checksum && xmlText(node, checksumElement(upload.checksum.algorithm))
  const isSame =
    part?.etag === etag && (checksum === undefined || checksum.trim() === part.checksum)
  if (part && isSame) return part
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

function readObjectChecksum({ request }: OperationContext, upload: Upload): Completion['checksum'] {
  for (const algorithm of checksumAlgorithms) {
    const value = request.header(checksumHeader(algorithm))
    if (value === undefined) continue
    if (algorithm === upload.checksum?.algorithm) return { algorithm, value }
    throw new S3Error('InvalidRequest', {
      message: 'Checksum Type mismatch: the upload was created with another checksum algorithm.',
    })
  }
  return undefined
}

function withoutChecksum(context: OperationContext): OperationContext {
  const { request } = context
  const header = (name: string) =>
    name.startsWith('x-amz-checksum-') ? undefined : request.header(name)
  return { ...context, request: { ...request, header } }
}
