import { replay, type Answer, type Recording } from './recording.ts'

const s3 = 'localstack/localstack tests/aws/services/s3/test_s3.py'
const date = '2026-02-21'
const Key = 'test-key'

const uploadOf = (answers: readonly Answer[]) => ({
  UploadId: answers.findLast(({ UploadId }) => UploadId !== undefined)?.UploadId,
})
const create = (input = {}) => ({
  operation: 'CreateMultipartUpload',
  input: { Key, ...input },
  answer: { status: 200 },
})
const part = {
  operation: 'UploadPart',
  input: (answers: readonly Answer[]) => ({
    Key,
    ...uploadOf(answers),
    PartNumber: 1,
    Body: 'abc',
  }),
  answer: { status: 200, ETag: '"900150983cd24fb0d6963f7d28e17f72"' },
}
const abc = { PartNumber: 1, ETag: '"900150983cd24fb0d6963f7d28e17f72"' }
const complete = (
  listed: object,
  input: object,
  answer: { status: number } & Record<string, unknown>,
) => ({
  operation: 'CompleteMultipartUpload',
  input: (answers: readonly Answer[]) => ({
    Key,
    ...uploadOf(answers),
    MultipartUpload: { Parts: [{ ...abc, ...listed }] },
    ...input,
  }),
  answer,
})
const badDigest = {
  status: 400,
  Code: 'BadDigest',
  Message: 'The crc32c you specified did not match the calculated checksum.',
}
const otherMode = (mode: string) => ({
  status: 400,
  Code: 'InvalidRequest',
  Message: `The upload was created using the ${mode} checksum mode. The complete request must use the same checksum mode.`,
})

const recordings: Recording[] = [
  {
    title: 'a Content-MD5 that is none, or another, is said with both digests',
    source: `${s3} TestS3::test_s3_invalid_content_md5`,
    date,
    steps: [
      ...['__invalid__', '000', 'not base64 encoded checksum', 'MTIz'].map((ContentMD5) => ({
        operation: 'PutObject',
        input: { Key, Body: 'something', ContentMD5 },
        answer: {
          status: 400,
          Code: 'InvalidDigest',
          'Content-MD5': ContentMD5,
          Message: 'The Content-MD5 you specified was invalid.',
        },
      })),
      {
        operation: 'PutObject',
        input: { Key, Body: 'something', ContentMD5: 'CYketZBSTjX8czcs3cXVlg==' },
        answer: {
          status: 400,
          Code: 'BadDigest',
          ExpectedDigest: '09891eb590524e35fc73372cddc5d596',
          CalculatedDigest: 'Q3uTDbhLgHnC3YBKcZNrXw==',
          Message: 'The Content-MD5 you specified did not match what we received.',
        },
      },
      create(),
      {
        operation: 'UploadPart',
        input: (answers) => ({
          Key,
          ...uploadOf(answers),
          PartNumber: 1,
          Body: 'something',
          ContentMD5: 'CYketZBSTjX8czcs3cXVlg==',
        }),
        answer: {
          status: 400,
          Code: 'BadDigest',
          ExpectedDigest: 'CYketZBSTjX8czcs3cXVlg==',
          CalculatedDigest: 'Q3uTDbhLgHnC3YBKcZNrXw==',
        },
      },
    ],
  },
  {
    title: 'a checksum that is wrong is not told the right one',
    source: `${s3} TestS3PutObjectChecksum::test_put_object_checksum[CRC32]`,
    date,
    steps: [
      {
        operation: 'PutObject',
        input: { Key, Body: 'test', ChecksumCRC32: 'AAAAAA==' },
        answer: {
          status: 400,
          Code: 'BadDigest',
          CalculatedDigest: undefined,
          Message: 'The CRC32 you specified did not match the calculated checksum.',
        },
      },
    ],
  },
  {
    title: 'the completion of a composite upload lists each part’s checksum, of its algorithm',
    source: `${s3} TestS3MultipartUploadChecksum::test_multipart_parts_checksum_exceptions_composite, ::test_complete_multipart_parts_checksum_composite[CRC32]`,
    date,
    steps: [
      create({ ChecksumAlgorithm: 'CRC32', ChecksumType: 'COMPOSITE' }),
      part,
      complete({}, { ChecksumType: 'FULL_OBJECT' }, otherMode('COMPOSITE')),
      complete(
        { ChecksumSHA256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' },
        {},
        {
          status: 400,
          Code: 'BadDigest',
          Message: 'The sha256 you specified for part 1 did not match what we received.',
        },
      ),
      complete(
        {},
        {},
        {
          status: 400,
          Code: 'InvalidRequest',
          Message:
            'The upload was created using a crc32 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.',
        },
      ),
      complete({ ChecksumCRC32: 'NSRBwg==' }, {}, { status: 200, ChecksumType: 'COMPOSITE' }),
    ],
  },
  {
    title: 'the checksum of a full object wants its type beside it',
    source: `${s3} TestS3MultipartUploadChecksum::test_multipart_parts_checksum_exceptions_full_object`,
    date,
    steps: [
      create({ ChecksumAlgorithm: 'CRC32C', ChecksumType: 'FULL_OBJECT' }),
      {
        ...part,
        input: (answers) => ({ ...part.input(answers), ChecksumAlgorithm: 'CRC32C' }),
      },
      complete({}, { ChecksumType: 'COMPOSITE' }, otherMode('FULL_OBJECT')),
      complete({}, { ChecksumCRC32C: 'Nks/tw==' }, badDigest),
      complete({}, { ChecksumCRC32: 'NSRBwg==', ChecksumType: 'FULL_OBJECT' }, badDigest),
      complete(
        {},
        { ChecksumCRC32C: 'Nks/tw==', ChecksumType: 'FULL_OBJECT' },
        { status: 200, ChecksumCRC32C: 'Nks/tw==', ETag: '"af5da9f45af7a300e3aded972f8ff687-1"' },
      ),
    ],
  },
  {
    title: 'a type of checksum without an algorithm is refused',
    source: `${s3} TestS3MultipartUploadChecksum::test_multipart_parts_checksum_exceptions_composite`,
    date,
    steps: [
      {
        operation: 'CreateMultipartUpload',
        input: { Key, ChecksumType: 'COMPOSITE' },
        answer: {
          status: 400,
          Code: 'InvalidRequest',
          Message:
            'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
        },
      },
    ],
  },
  {
    title: 'a range that covers the whole object comes with its checksum',
    source:
      'localstack/localstack tests/aws/services/s3/test_s3_api.py TestS3ObjectCRUD::test_get_object_range',
    date,
    steps: [
      { operation: 'PutObject', input: { Key, Body: '0123456789' }, answer: { status: 200 } },
      ...(
        [
          ['bytes=0-8', 206, undefined],
          ['bytes=-15', 206, 'poTHxg=='],
          ['bytes=0-100', 206, 'poTHxg=='],
          ['bytes=1-0', 200, 'poTHxg=='],
        ] as const
      ).map(([Range, status, ChecksumCRC32]) => ({
        operation: 'GetObject',
        input: { Key, Range, ChecksumMode: 'ENABLED' },
        answer: { status, ChecksumCRC32 },
      })),
    ],
  },
  {
    title: 'ListParts names who began an upload and who owns it',
    source: `${s3} TestS3::test_multipart_and_list_parts`,
    date,
    steps: [
      create(),
      part,
      {
        operation: 'ListParts',
        input: (answers) => ({ Key, ...uploadOf(answers) }),
        answer: {
          status: 200,
          Owner: { ID: '123456789012' },
          Initiator: { DisplayName: 'CognitoIdentityCredentials' },
          StorageClass: 'STANDARD',
        },
      },
    ],
  },
]

replay(recordings)
