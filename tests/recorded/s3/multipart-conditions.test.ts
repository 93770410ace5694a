import { replay, type Answer, type Recording, type Step } from './recording.ts'

const date = '2026-02-21'
const writes =
  'localstack/localstack tests/aws/services/s3/test_s3_api.py TestS3ObjectWritePrecondition'
const Key = 'test-precondition'

const put = (Body: string): Step => ({
  operation: 'PutObject',
  input: { Key, Body },
  answer: { status: 200 },
})
const remove: Step = { operation: 'DeleteObject', input: { Key }, answer: { status: 204 } }

/** Begins an upload and sends its one part. */
const begin: Step[] = [
  { operation: 'CreateMultipartUpload', input: { Key }, answer: { status: 200 } },
  {
    operation: 'UploadPart',
    input: (answers) => ({ Key, ...uploadOf(answers), PartNumber: 1, Body: 'test' }),
    answer: { status: 200 },
  },
]

/** The one that began last. */
function uploadOf(answers: readonly Answer[]) {
  return { UploadId: answers.findLast(({ UploadId }) => UploadId !== undefined)?.UploadId }
}

/** As MD5 gives it, of `test`. */
const testTag = '"098f6bcd4621d373cade4e832627b4f6"'

function complete(condition: object, answer: Step['answer']): Step {
  return {
    operation: 'CompleteMultipartUpload',
    input: (answers) => ({
      Key,
      ...uploadOf(answers),
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag: testTag }] },
      ...condition,
    }),
    answer,
  }
}

const completed = { status: 200, ETag: '"60cd54a928cbbcbb6e7b5595bab46a9e-1"' }
const failed = (Condition: string) => ({ status: 412, Code: 'PreconditionFailed', Condition })
const conflict = (Condition: string) => ({
  status: 409,
  Code: 'ConditionalRequestConflict',
  Condition,
  Key,
  Message:
    'The conditional request cannot succeed due to a conflicting operation against this resource.',
})

const recordings: Recording[] = [
  {
    title: 'a key that was deleted while an upload with If-None-Match ran is a conflict',
    source: `${writes}::test_multipart_if_none_match_with_delete`,
    date,
    steps: [
      put(''),
      ...begin,
      complete({ IfNoneMatch: '*' }, failed('If-None-Match')),
      remove,
      complete({ IfNoneMatch: '*' }, conflict('If-None-Match')),
      ...begin,
      complete({ IfNoneMatch: '*' }, completed),
    ],
  },
  {
    title: 'a key that was written while an upload with If-None-Match ran fails it',
    source: `${writes}::test_multipart_if_none_match_with_put`,
    date,
    steps: [...begin, put(''), complete({ IfNoneMatch: '*' }, failed('If-None-Match'))],
  },
  {
    title: 'an upload with If-Match holds the object of its beginning alone',
    source: `${writes}::test_multipart_if_match_with_put`,
    date,
    steps: [
      put('test'),
      ...begin,
      put('test2'),
      complete({ IfMatch: testTag }, failed('If-Match')),
      complete({ IfMatch: '"ad0234829205b9033196ba818f7a872b"' }, conflict('If-Match')),
      ...begin,
      complete({ IfMatch: '"ad0234829205b9033196ba818f7a872b"' }, completed),
    ],
  },
  {
    title: 'the same body written again is a conflict too',
    source: `${writes}::test_multipart_if_match_with_put_identical`,
    date,
    steps: [
      put('test'),
      ...begin,
      put('test'),
      complete({ IfMatch: testTag }, conflict('If-Match')),
    ],
  },
  {
    title: 'a key that was deleted while an upload with If-Match ran is missing, then a conflict',
    source: `${writes}::test_multipart_if_match_with_delete`,
    date,
    steps: [
      put('test'),
      ...begin,
      remove,
      complete({ IfMatch: testTag }, { status: 404, Code: 'NoSuchKey', Key }),
      put('test'),
      complete({ IfMatch: testTag }, conflict('If-Match')),
    ],
  },
  {
    title: 'an upload with If-Match names the entity tag of an upload',
    source: `${writes}::test_multipart_if_match_etag`,
    date,
    steps: [
      put('test'),
      ...begin,
      complete({ IfMatch: testTag }, completed),
      ...begin,
      complete({ IfMatch: testTag }, failed('If-Match')),
      complete({ IfMatch: completed.ETag }, completed),
    ],
  },
  {
    title: 'a completion that is sent again is answered as before, whatever its condition',
    source:
      'getmoto/moto tests/test_s3/test_s3_multipart.py test_idempotent_multipart_upload (aws_verified)',
    date: '2026-08-22',
    steps: [...begin, complete({}, completed), complete({ IfNoneMatch: '*' }, completed)],
  },
  {
    title: 'a completion without parts says that it wants one',
    source:
      'localstack/localstack tests/aws/services/s3/test_s3.py TestS3::test_multipart_complete_multipart_too_small',
    date,
    steps: [
      ...begin,
      {
        operation: 'CompleteMultipartUpload',
        input: (answers) => ({ Key, ...uploadOf(answers), MultipartUpload: { Parts: [] } }),
        answer: {
          status: 400,
          Code: 'InvalidRequest',
          Message: 'You must specify at least one part',
        },
      },
    ],
  },
]

replay(recordings)
