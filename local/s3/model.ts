import type { Checksum, ChecksumAlgorithm, ChecksumType } from './checksums/checksums.ts'

/** An object, or one of its older versions. */
export interface ObjectVersion {
  kind: 'object'
  key: string
  /** Ours, always unique. */
  id: string
  /** On the wire: the id, or `null` when the bucket kept no versions as it was written. */
  versionId: string
  lastModifiedMs: number
  blobId: string
  sizeBytes: number
  /** Without quotes. */
  etag: string
  /** Content-Type and its kin, names in lower case. */
  headers: Readonly<Record<string, string>>
  /** `x-amz-meta-*`, without the prefix. */
  metadata: Readonly<Record<string, string>>
  checksum?: Checksum
  /** Of a multipart upload. */
  partSizes?: readonly number[]
  /** Of each of them, in Base64, by the algorithm of `checksum`; where the upload asked for it. */
  partChecksums?: readonly string[]
  /** At most ten; left out where there is none. */
  tags?: readonly Tag[]
  /** The upload that became it: a completion that is sent again is answered by it. */
  uploadId?: string
  /** The version that this one stands above. */
  previousId?: string
}

export interface Tag {
  key: string
  value: string
}

/** What a delete leaves on top in a bucket with versions. */
export interface DeleteMarker {
  kind: 'marker'
  key: string
  id: string
  versionId: string
  lastModifiedMs: number
  previousId?: string
}

export type Version = ObjectVersion | DeleteMarker

/** An object about to be: what the store does not decide. */
export type ObjectDraft = Omit<
  ObjectVersion,
  'kind' | 'key' | 'id' | 'versionId' | 'lastModifiedMs' | 'previousId'
>

/** A multipart upload in progress. */
export interface Upload {
  id: string
  bucket: string
  key: string
  startedAtMs: number
  headers: ObjectVersion['headers']
  metadata: ObjectVersion['metadata']
  tags?: readonly Tag[]
  checksum?: { algorithm: ChecksumAlgorithm; type: ChecksumType }
  /** The id of the key's newest version as the upload began, null when it had none. */
  headId?: string | null
  /** The ARN of who began it. */
  initiator?: string
  /** Something was deleted at its key meanwhile. */
  sawDelete?: boolean
}

export interface UploadedPart {
  number: number
  blobId: string
  sizeBytes: number
  etag: string
  lastModifiedMs: number
  /** Base64, by the upload's algorithm. */
  checksum?: string
}
