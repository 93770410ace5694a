import { replay, type Answer, type Recording, type Step } from './recording.ts'

const date = '2026-02-21'
const api = 'localstack/localstack tests/aws/services/s3/test_s3_api.py TestS3Multipart'
const s3 = 'localstack/localstack tests/aws/services/s3/test_s3.py TestS3'
const Key = 'test-upload-part-copy'
const form =
  'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy'

const begin: Step[] = [
  {
    operation: 'PutObject',
    input: { Key: 'src-key', Body: '0123456789' },
    answer: { status: 200 },
  },
  { operation: 'CreateMultipartUpload', input: { Key }, answer: { status: 200 } },
]
const copy = (PartNumber: number, range: string | undefined, answer: Step['answer']): Step => ({
  operation: 'UploadPartCopy',
  input: (answers: readonly Answer[]) => ({
    Key,
    UploadId: answers[1]?.UploadId,
    PartNumber,
    CopySource: 'profile-pictures/src-key',
    CopySourceRange: range,
  }),
  answer,
})
const copied = (ETag: string) => ({ status: 200, CopyPartResult: { ETag } })
const refused = (ArgumentValue: string, Message = form) => ({
  status: 400,
  Code: 'InvalidArgument',
  ArgumentName: 'x-amz-copy-source-range',
  ArgumentValue,
  Message,
})

const recordings: Recording[] = [
  {
    title: 'a part is a copy of some bytes of an object, and their range is held to its form',
    source: `${api}::test_upload_part_copy_range`,
    date,
    steps: [
      ...begin,
      copy(1, 'bytes=0-8', copied('"22975d8a5ed1b91445f6c55ac121505b"')),
      copy(2, 'bytes=1-1', copied('"c4ca4238a0b923820dcc509a6f75849b"')),
      copy(3, 'bytes=0-0', copied('"cfcd208495d565ef66e7dff9f98764da"')),
      ...['0-8', 'bytes=1-0', 'bytes=-1-', 'bytes=0--1', 'bytes=-', 'bytes=1-', 'bytes=-15'].map(
        (range) => copy(1, range, refused(range)),
      ),
      copy(
        1,
        'bytes=0-100',
        refused('bytes=0-100', 'Range specified is not valid for source object of size: 10'),
      ),
      copy(1, 'bytes=100-200', {
        status: 400,
        Code: 'InvalidRequest',
        Message: 'The specified copy range is invalid for the source object size',
      }),
    ],
  },
  {
    title: 'a part without a range is a copy of the whole object',
    source: `${api}::test_upload_part_copy_no_copy_source_range`,
    date,
    steps: [...begin, copy(1, undefined, copied('"781e5e245d69b566979b86e28d23f2c7"'))],
  },
  {
    title: 'an object that came in one piece has one part',
    source: `${s3}::test_get_object_part`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key, Body: 'test-123' }, answer: { status: 200 } },
      {
        operation: 'GetObject',
        input: { Key, PartNumber: 2 },
        answer: {
          status: 416,
          Code: 'InvalidPartNumber',
          ActualPartCount: '1',
          PartNumberRequested: '2',
          Message: 'The requested partnumber is not satisfiable',
        },
      },
      {
        operation: 'GetObject',
        input: { Key, PartNumber: 1, Range: 'bytes=0-8' },
        answer: {
          status: 400,
          Code: 'InvalidRequest',
          Message: 'Cannot specify both Range header and partNumber query parameter',
        },
      },
      {
        operation: 'GetObject',
        input: { Key, PartNumber: 1, ChecksumMode: 'ENABLED' },
        answer: {
          status: 206,
          Body: 'test-123',
          ChecksumCRC32: 'MAPXAg==',
          ContentRange: 'bytes 0-7/8',
          PartsCount: undefined,
        },
      },
    ],
  },
]

replay(recordings)
