import {
  checksumAlgorithms,
  checksumHeader,
  type Checksum,
  type ChecksumAlgorithm,
} from '../checksums/checksums.ts'
import { S3Error } from '../errors.ts'
import type { Upload } from '../model.ts'
import type { S3Request } from '../request.ts'

/**
 * The way in which the whole is summed up, as a completion says it: that of the upload.
 *
 * @throws InvalidRequest
 */
export function checkChecksumType(request: S3Request, { checksum }: Upload): void {
  const type = request.header('x-amz-checksum-type')
  if (type === undefined || type === checksum?.type) return
  throw new S3Error('InvalidRequest', {
    message: `The upload was created using the ${checksum?.type ?? 'null'} checksum mode. The complete request must use the same checksum mode.`,
  })
}

/**
 * The checksum of the whole, as a completion says it, against what was computed. S3 takes that of a
 * full object in CRC32 or CRC32C only with its type beside it, and passes over those of other
 * algorithms when the upload asked for none (observed: LocalStack's recordings, February 2026).
 *
 * @throws BadDigest
 */
export function checkObjectChecksum(
  request: S3Request,
  upload: Upload,
  computed: Checksum | undefined,
): void {
  const declared = findDeclared(request)
  if (!declared || !computed) return
  const isSame = declared.algorithm === computed.algorithm && declared.value === computed.value
  if (!upload.checksum && declared.algorithm !== computed.algorithm) return
  const needsType = upload.checksum?.type === 'FULL_OBJECT' && computed.algorithm !== 'CRC64NVME'
  if (isSame && (!needsType || request.header('x-amz-checksum-type') !== undefined)) return
  throw new S3Error('BadDigest', {
    message: `The ${computed.algorithm.toLowerCase()} you specified did not match the calculated checksum.`,
  })
}

function findDeclared(
  request: S3Request,
): { algorithm: ChecksumAlgorithm; value: string } | undefined {
  for (const algorithm of checksumAlgorithms) {
    const value = request.header(checksumHeader(algorithm))
    if (value !== undefined) return { algorithm, value }
  }
  return undefined
}
