import { replay, type Recording } from './recording.ts'

const date = '2026-02-21'
const api = 'localstack/localstack tests/aws/services/s3/test_s3_api.py'
const writes = `${api} TestS3ObjectWritePrecondition`
const Key = 'test-precondition'
const anything = { status: 200 }

const failed = (Condition: string) => ({
  status: 412,
  Code: 'PreconditionFailed',
  Condition,
  Message: 'At least one of the pre-conditions you specified did not hold',
})
const missing = {
  status: 404,
  Code: 'NoSuchKey',
  Key,
  Message: 'The specified key does not exist.',
}
const notTaken = (Header: string, additionalMessage?: string) => ({
  status: 501,
  Code: 'NotImplemented',
  Header,
  additionalMessage,
  Message: 'A header you provided implies functionality that is not implemented',
})
const badValue = (header: string) =>
  notTaken(header, `We don't accept the provided value of ${header} header for this API`)
const both = notTaken(
  'If-Match,If-None-Match',
  'Multiple conditional request headers present in the request',
)

const recordings: Recording[] = [
  {
    title: 'PutObject with If-None-Match writes where nothing is, again after a delete',
    source: `${writes}::test_put_object_if_none_match`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key, IfNoneMatch: '*' }, answer: anything },
      {
        operation: 'PutObject',
        input: { Key, IfNoneMatch: '*' },
        answer: failed('If-None-Match'),
      },
      { operation: 'DeleteObject', input: { Key }, answer: { status: 204 } },
      { operation: 'PutObject', input: { Key, IfNoneMatch: '*' }, answer: anything },
    ],
  },
  {
    title: 'PutObject takes no other value of If-None-Match than *',
    source: `${writes}::test_put_object_if_none_match_validation`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key }, answer: anything },
      {
        operation: 'PutObject',
        input: { Key, IfNoneMatch: 'etag' },
        answer: badValue('If-None-Match'),
      },
    ],
  },
  {
    title: 'PutObject with If-Match writes over what it names, and names a key that is missing',
    source: `${writes}::test_put_object_if_match`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key, Body: 'test' }, answer: anything },
      {
        operation: 'PutObject',
        input: { Key, IfMatch: 'wrong-etag' },
        answer: failed('If-Match'),
      },
      {
        operation: 'PutObject',
        input: ([put]) => ({ Key, IfMatch: put?.ETag }),
        answer: { status: 200, ETag: '"d41d8cd98f00b204e9800998ecf8427e"' },
      },
      { operation: 'DeleteObject', input: { Key }, answer: { status: 204 } },
      {
        operation: 'PutObject',
        input: ([put]) => ({ Key, IfMatch: put?.ETag }),
        answer: missing,
      },
    ],
  },
  {
    title: 'PutObject takes any value of If-Match but *, and not both conditions',
    source: `${writes}::test_put_object_if_match_validation, ..._and_if_none_match_validation`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key, IfMatch: '*' }, answer: badValue('If-Match') },
      { operation: 'PutObject', input: { Key, IfMatch: 'abc' }, answer: missing },
      { operation: 'PutObject', input: { Key, IfMatch: 'a', IfNoneMatch: '*' }, answer: both },
    ],
  },
  {
    title: 'PutObject takes an entity tag without quotes, or with one of them',
    source:
      'getmoto/moto tests/test_s3/test_s3_conditionals.py test_put_object_if_match (aws_verified)',
    date: '2026-08-22',
    steps: [
      { operation: 'PutObject', input: { Key, Body: 'test' }, answer: anything },
      {
        operation: 'PutObject',
        input: ([put]) => ({ Key, IfMatch: String(put?.ETag).replaceAll('"', ''), Body: 'test2' }),
        answer: anything,
      },
      {
        operation: 'PutObject',
        input: ([, put]) => ({ Key, IfMatch: String(put?.ETag).slice(1), Body: 'test3' }),
        answer: anything,
      },
    ],
  },
  {
    title: 'CopyObject holds the conditions of its destination',
    source: `${writes}::test_copy_object_if_match, ..._if_none_match, ..._precondition_write_validation`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key: 'source', Body: 'source' }, answer: anything },
      { operation: 'PutObject', input: { Key, Body: 'there' }, answer: anything },
      {
        operation: 'CopyObject',
        input: { Key, CopySource: 'profile-pictures/source', IfNoneMatch: '*' },
        answer: failed('If-None-Match'),
      },
      {
        operation: 'CopyObject',
        input: { Key, CopySource: 'profile-pictures/source', IfMatch: 'wrong' },
        answer: failed('If-Match'),
      },
      {
        operation: 'CopyObject',
        input: { Key: 'none', CopySource: 'profile-pictures/source', IfMatch: 'wrong' },
        answer: { ...missing, Key: 'none' },
      },
      {
        operation: 'CopyObject',
        input: { Key, CopySource: 'profile-pictures/source', IfNoneMatch: 'etag' },
        answer: badValue('If-None-Match'),
      },
      {
        operation: 'CopyObject',
        input: { Key, CopySource: 'profile-pictures/source', IfMatch: '*' },
        answer: badValue('If-Match'),
      },
      {
        operation: 'CopyObject',
        input: { Key, CopySource: 'profile-pictures/source', IfMatch: 'a', IfNoneMatch: '*' },
        answer: both,
      },
    ],
  },
  {
    title: 'DeleteObject with If-Match keeps what it does not name',
    source: `${api} TestS3DeletePrecondition::test_delete_object_if_match_non_express`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key }, answer: anything },
      {
        operation: 'DeleteObject',
        input: { Key, IfMatch: 'badvalue' },
        answer: failed('If-Match'),
      },
      { operation: 'HeadObject', input: { Key }, answer: anything },
    ],
  },
  {
    title: 'DeleteObject with If-Match deletes what it names, and names a key that is missing',
    source:
      'getmoto/moto tests/test_s3/test_s3_conditionals.py test_delete_object_if_match (aws_verified)',
    date: '2026-08-22',
    steps: [
      { operation: 'PutObject', input: { Key, Body: 'test' }, answer: anything },
      {
        operation: 'DeleteObject',
        input: ([put]) => ({ Key, IfMatch: put?.ETag }),
        answer: { status: 204 },
      },
      { operation: 'DeleteObject', input: { Key, IfMatch: 'test' }, answer: missing },
    ],
  },
  {
    title: 'DeleteObject refuses the conditions of directory buckets by name',
    source: `${api} TestS3DeletePrecondition::test_delete_object_if_match_modified_non_express, ..._size_non_express, ..._all_non_express`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key }, answer: anything },
      {
        operation: 'DeleteObject',
        input: { Key, IfMatchLastModifiedTime: new Date('2026-02-20') },
        answer: notTaken('x-amz-if-match-last-modified-time'),
      },
      {
        operation: 'DeleteObject',
        input: { Key, IfMatchSize: 10 },
        answer: notTaken('x-amz-if-match-size'),
      },
      {
        operation: 'DeleteObject',
        input: {
          Key,
          IfMatch: 'badvalue',
          IfMatchLastModifiedTime: new Date('2026-02-20'),
          IfMatchSize: 10,
        },
        answer: notTaken('x-amz-if-match-last-modified-time'),
      },
      { operation: 'HeadObject', input: { Key }, answer: anything },
    ],
  },
  {
    title: 'a delete that would pass over governance is refused where nothing is locked',
    source: `${api} TestS3ObjectLock::test_delete_object_with_no_locking`,
    date,
    steps: [
      { operation: 'PutObject', input: { Key }, answer: anything },
      ...[true, false].map((BypassGovernanceRetention) => ({
        operation: 'DeleteObject',
        input: { Key, BypassGovernanceRetention },
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          ArgumentName: 'x-amz-bypass-governance-retention',
          Message:
            'x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.',
        },
      })),
      {
        operation: 'DeleteObjects',
        input: { Delete: { Objects: [{ Key }] }, BypassGovernanceRetention: true },
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          ArgumentName: 'x-amz-bypass-governance-retention',
        },
      },
      { operation: 'HeadObject', input: { Key }, answer: anything },
    ],
  },
]

replay(recordings)
