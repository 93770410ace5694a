import { replay, type Recording } from './recording.ts'

const s3 = 'localstack/localstack tests/aws/services/s3/test_s3.py'
const preconditions = 'localstack/localstack tests/aws/services/s3/test_s3_preconditions.py'
const Key = 'source-object'
const CopySource = `profile-pictures/${Key}`
const put = { operation: 'PutObject', input: { Key, Body: 'data' }, answer: { status: 200 } }
const before = new Date('2015-01-01')
const etag = '"8d777f385d3dfec8815d20f7496026dc"'

const copy = (input: object, answer: { status: number } & Record<string, unknown>) => ({
  operation: 'CopyObject',
  input: { Key: 'dest-object', CopySource, ...input },
  answer,
})
const failed = (condition: string) => ({
  status: 412,
  Code: 'PreconditionFailed',
  Condition: `x-amz-copy-source-${condition}`,
})

const recordings: Recording[] = [
  {
    title: 'a failed condition of a copy’s source is named with its prefix, in this order',
    source: `${preconditions} TestS3CopySourcePreconditions::test_s3_copy_object_preconditions`,
    date: '2026-02-23',
    steps: [
      put,
      copy(
        {
          CopySourceIfUnmodifiedSince: before,
          CopySourceIfMatch: 'etag123',
          CopySourceIfNoneMatch: etag,
        },
        failed('If-Match'),
      ),
      copy(
        { CopySourceIfUnmodifiedSince: before, CopySourceIfNoneMatch: etag },
        failed('If-Unmodified-Since'),
      ),
      copy({ CopySourceIfNoneMatch: etag }, failed('If-None-Match')),
      copy({ CopySourceIfNoneMatch: etag.replaceAll('"', '') }, failed('If-None-Match')),
      copy({ CopySourceIfModifiedSince: new Date('2199-01-01') }, { status: 200 }),
      copy(
        {
          CopySourceIfMatch: etag.replaceAll('"', ''),
          CopySourceIfNoneMatch: 'etag123',
          CopySourceIfModifiedSince: before,
          CopySourceIfUnmodifiedSince: new Date('2199-01-01'),
        },
        { status: 200, CopyObjectResult: { ETag: etag } },
      ),
    ],
  },
  {
    title: 'a copy onto itself has to name what it changes, if only the same class or encryption',
    source: `${s3} TestS3::test_s3_copy_object_in_place, ..._in_place_storage_class, ..._in_place_with_encryption`,
    date: '2026-02-21',
    steps: [
      put,
      copy(
        { Key },
        {
          status: 400,
          Code: 'InvalidRequest',
          Message:
            "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
        },
      ),
      copy({ Key, StorageClass: 'STANDARD' }, { status: 200 }),
      copy({ Key, ServerSideEncryption: 'AES256' }, { status: 200 }),
      copy(
        { Key, StorageClass: 'STANDARD', ChecksumAlgorithm: 'SHA256' },
        {
          status: 200,
          CopyObjectResult: { ChecksumSHA256: 'Om6weQ85rIfJTzhWst0sXREOaBFgImGpqSPTuyOtyLc=' },
        },
      ),
    ],
  },
  {
    title: 'a plus in the name of a source is a space',
    source: 'how the SDKs for Go and Java write a space in x-amz-copy-source',
    date: '2026-02-21',
    steps: [
      {
        operation: 'PutObject',
        input: { Key: 'with a space', Body: 'x' },
        answer: { status: 200 },
      },
      copy({ CopySource: 'profile-pictures/with+a+space' }, { status: 200 }),
    ],
  },
]

replay(recordings)
