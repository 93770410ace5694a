import { replay, type Answer, type Recording, type Step } from './recording.ts'

const file = 'localstack/localstack tests/aws/services/s3/'
const anything = { status: 200 }

const put = (Key: string): Step => ({
  operation: 'PutObject',
  input: { Key, Body: 'test-delete' },
  answer: anything,
})
const uploadId = ([created]: readonly Answer[]) => ({
  Key: 'key',
  UploadId: created?.['UploadId'],
})
const upload = (ChecksumType: string): Step[] => [
  {
    operation: 'CreateMultipartUpload',
    input: { Key: 'key', ChecksumAlgorithm: 'CRC32', ChecksumType },
    answer: anything,
  },
  {
    operation: 'UploadPart',
    input: (answers) => ({
      ...uploadId(answers),
      PartNumber: 1,
      Body: 'aaaaaaaaaa',
      ChecksumAlgorithm: 'CRC32',
    }),
    answer: { status: 200, ChecksumCRC32: 'TBHN8A==' },
  },
  {
    operation: 'CompleteMultipartUpload',
    input: (answers) => ({
      ...uploadId(answers),
      MultipartUpload: {
        Parts: [{ PartNumber: 1, ETag: answers[1]?.['ETag'], ChecksumCRC32: 'TBHN8A==' }],
      },
    }),
    answer: { status: 200, ChecksumType },
  },
]
const part = {
  operation: 'GetObject',
  input: { Key: 'key', PartNumber: 1, ChecksumMode: 'ENABLED' },
}

const recordings: Recording[] = [
  {
    title: 'a page of parts that begins behind the last has none, and the marker 0',
    source: `${file}test_s3_list_operations.py TestS3ListParts::test_list_parts_pagination`,
    date: '2026-02-21',
    steps: [
      {
        operation: 'CreateMultipartUpload',
        input: { Key: 'key' },
        answer: anything,
      },
      {
        operation: 'ListParts',
        input: (answers) => ({ ...uploadId(answers), MaxParts: 1, PartNumberMarker: 10 }),
        answer: {
          status: 200,
          IsTruncated: false,
          MaxParts: 1,
          PartNumberMarker: '10',
          NextPartNumberMarker: '0',
          Parts: undefined,
        },
      },
    ],
  },
  {
    title: 'a list that goes on by a token does not tell where it was to start',
    source: `${file}test_s3_list_operations.py TestS3ListObjectsV2::test_list_objects_v2_continuation_start_after`,
    date: '2026-02-21',
    steps: [
      ...['test_0', 'test_1', 'test_2'].map(put),
      {
        operation: 'ListObjectsV2',
        input: { MaxKeys: 1 },
        answer: { status: 200, IsTruncated: true },
      },
      {
        operation: 'ListObjectsV2',
        input: (answers) => ({
          StartAfter: 'test_1',
          ContinuationToken: answers[3]?.['NextContinuationToken'],
        }),
        answer: { status: 200, KeyCount: 2, StartAfter: undefined },
      },
      {
        operation: 'ListObjectsV2',
        input: { ContinuationToken: '' },
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          Message: 'The continuation token provided is incorrect',
          ArgumentName: 'continuation-token',
          ArgumentValue: undefined,
        },
      },
    ],
  },
  {
    title: 'a version in a list of what is deleted, where there never were versions, is not there',
    source: `${file}test_s3_api.py TestS3ObjectCRUD::test_delete_objects`,
    date: '2026-02-21',
    bucket: { versioning: false },
    steps: [
      put('test-delete'),
      {
        operation: 'DeleteObjects',
        input: {
          Delete: {
            Objects: [{ Key: 'test-delete', VersionId: 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD' }],
          },
        },
        answer: {
          status: 200,
          Errors: [
            {
              Code: 'NoSuchVersion',
              Key: 'test-delete',
              Message: 'The specified version does not exist.',
              VersionId: 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD',
            },
          ],
        },
      },
    ],
  },
  {
    title: 'a copy source without a key is refused',
    source: `${file}test_s3.py TestS3::test_s3_copy_object_wrong_format`,
    date: '2026-02-21',
    steps: [
      {
        operation: 'CopyObject',
        input: { Key: 'destination-key', CopySource: 'wrongformat' },
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          Message: 'Invalid copy source object key',
          ArgumentName: 'x-amz-copy-source',
          ArgumentValue: 'x-amz-copy-source',
        },
      },
    ],
  },
  {
    title: 'two checksums are one too many before either is looked at',
    source: `${file}test_s3.py TestS3PutObjectChecksum::test_s3_checksum_no_algorithm`,
    date: '2026-02-21',
    steps: [
      {
        operation: 'PutObject',
        input: { Key: 'key', Body: 'test data..', ChecksumSHA256: 'wrong', ChecksumCRC32: 'wrong' },
        answer: {
          status: 400,
          Code: 'InvalidRequest',
          Message:
            'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
        },
      },
    ],
  },
  {
    title: 'a part of an object that was summed up as a whole tells no checksum',
    source: `${file}test_s3.py TestS3MultipartUploadChecksum::test_complete_multipart_parts_checksum_full_object[CRC32]`,
    date: '2026-02-21',
    steps: [
      ...upload('FULL_OBJECT'),
      {
        ...part,
        answer: {
          status: 206,
          PartsCount: 1,
          Body: 'aaaaaaaaaa',
          ChecksumCRC32: undefined,
          ChecksumType: undefined,
        },
      },
    ],
  },
  {
    title: 'a part of an object that was summed up by parts tells its own',
    source: `${file}test_s3.py TestS3MultipartUploadChecksum::test_complete_multipart_parts_checksum_composite[CRC32]`,
    date: '2026-02-21',
    steps: [
      ...upload('COMPOSITE'),
      {
        ...part,
        answer: { status: 206, ChecksumCRC32: 'TBHN8A==', ChecksumType: 'COMPOSITE' },
      },
    ],
  },
]

replay(recordings)
