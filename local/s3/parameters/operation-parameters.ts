import {
  anyRequest,
  asksForOwner,
  body,
  checksums,
  copySource,
  customerKey,
  givesObject,
  honoured,
  readConditions,
  refused,
  writeConditions,
  type Treatments,
} from './treatment.ts'

export interface OperationParameters {
  headers: Treatments
  query?: Treatments
}

const readsObject: OperationParameters = {
  headers: {
    ...anyRequest,
    ...readConditions,
    ...honoured('range', 'x-amz-checksum-mode'),
    ...customerKey(),
  },
  query: {
    ...honoured(
      'response-cache-control',
      'response-content-disposition',
      'response-content-encoding',
      'response-content-language',
      'response-content-type',
      'response-expires',
      'partNumber',
      'versionId',
    ),
  },
}

/**
 * Every header and query parameter that AWS documents for an operation, and what becomes of it here.
 * A test holds the table to the SDK's own: what AWS adds is missing here until somebody says.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
 */
export const operationParameters = {
  PutObject: {
    headers: {
      ...anyRequest,
      ...givesObject,
      ...body,
      ...writeConditions,
      ...refused('x-amz-write-offset-bytes'),
    },
  },
  GetObject: readsObject,
  HeadObject: readsObject,
  DeleteObject: {
    headers: {
      ...anyRequest,
      ...honoured('if-match', 'x-amz-bypass-governance-retention'),
      // Of directory buckets: S3 itself refuses them in all others.
      ...refused('x-amz-if-match-last-modified-time', 'x-amz-if-match-size', 'x-amz-mfa'),
    },
    query: honoured('versionId'),
  },
  DeleteObjects: {
    headers: {
      ...anyRequest,
      ...honoured('x-amz-bypass-governance-retention', 'x-amz-sdk-checksum-algorithm'),
      ...refused('x-amz-mfa'),
    },
  },
  CopyObject: {
    headers: {
      ...anyRequest,
      ...givesObject,
      ...copySource,
      ...writeConditions,
      ...honoured(
        'x-amz-checksum-algorithm',
        'x-amz-metadata-directive',
        'x-amz-tagging-directive',
      ),
      'x-amz-object-annotation-directive': { only: ['COPY'] },
    },
  },
  CreateMultipartUpload: {
    headers: {
      ...anyRequest,
      ...givesObject,
      ...honoured('x-amz-checksum-algorithm', 'x-amz-checksum-type'),
    },
  },
  UploadPart: {
    headers: { ...anyRequest, ...body, ...customerKey() },
    query: honoured('partNumber', 'uploadId'),
  },
  UploadPartCopy: {
    headers: {
      ...anyRequest,
      ...copySource,
      ...honoured('x-amz-copy-source-range'),
      ...customerKey(),
    },
    query: honoured('partNumber', 'uploadId'),
  },
  CompleteMultipartUpload: {
    headers: {
      ...anyRequest,
      ...checksums,
      ...writeConditions,
      ...honoured('x-amz-checksum-type', 'x-amz-mp-object-size'),
      ...customerKey(),
    },
    query: honoured('uploadId'),
  },
  AbortMultipartUpload: {
    headers: { ...anyRequest, ...refused('x-amz-if-match-initiated-time') },
    query: honoured('uploadId'),
  },
  ListParts: {
    headers: { ...anyRequest, ...customerKey() },
    query: honoured('uploadId', 'max-parts', 'part-number-marker'),
  },
  ListMultipartUploads: {
    headers: anyRequest,
    query: honoured(
      'delimiter',
      'encoding-type',
      'key-marker',
      'max-uploads',
      'prefix',
      'upload-id-marker',
    ),
  },
  ListObjectsV2: {
    headers: { ...anyRequest, 'x-amz-optional-object-attributes': { only: ['RestoreStatus'] } },
    query: honoured(
      'continuation-token',
      'delimiter',
      'encoding-type',
      'fetch-owner',
      'max-keys',
      'prefix',
      'start-after',
    ),
  },
  ListObjects: {
    headers: { ...anyRequest, 'x-amz-optional-object-attributes': { only: ['RestoreStatus'] } },
    query: honoured('delimiter', 'encoding-type', 'marker', 'max-keys', 'prefix'),
  },
  ListObjectVersions: {
    headers: { ...anyRequest, 'x-amz-optional-object-attributes': { only: ['RestoreStatus'] } },
    query: honoured(
      'delimiter',
      'encoding-type',
      'key-marker',
      'max-keys',
      'prefix',
      'version-id-marker',
    ),
  },
  GetObjectAttributes: {
    headers: {
      ...anyRequest,
      ...honoured('x-amz-max-parts', 'x-amz-object-attributes', 'x-amz-part-number-marker'),
      ...customerKey(),
    },
    query: honoured('versionId'),
  },
  GetObjectTagging: { headers: anyRequest, query: honoured('versionId') },
  PutObjectTagging: {
    headers: { ...anyRequest, ...honoured('content-md5', 'x-amz-sdk-checksum-algorithm') },
    query: honoured('versionId'),
  },
  DeleteObjectTagging: { headers: asksForOwner, query: honoured('versionId') },
  ListBuckets: {
    headers: {},
    query: honoured('bucket-region', 'continuation-token', 'max-buckets', 'prefix'),
  },
  HeadBucket: { headers: asksForOwner },
  GetBucketLocation: { headers: asksForOwner },
  GetBucketVersioning: { headers: asksForOwner },
} as const satisfies Record<string, OperationParameters>

export type OperationName = keyof typeof operationParameters
