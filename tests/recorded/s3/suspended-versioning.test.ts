import { replay, type Recording } from './recording.ts'

const date = '2026-02-21'
const api = 'localstack/localstack tests/aws/services/s3/test_s3_api.py'
const Key = 'test-version'
const bucket = { versioningSuspended: true }

const put = (Body: string) => ({
  operation: 'PutObject',
  input: { Key, Body },
  answer: { status: 200, VersionId: undefined },
})

const recordings: Recording[] = [
  {
    title: 'in a suspended bucket each write is the version null, which only reads tell',
    source: `${api} TestS3ObjectCRUD::test_put_object_on_suspended_bucket`,
    date,
    bucket,
    steps: [
      put('first'),
      put('second'),
      {
        operation: 'GetObject',
        input: { Key },
        answer: { status: 200, VersionId: 'null', Body: 'second' },
      },
      { operation: 'HeadObject', input: { Key }, answer: { status: 200, VersionId: 'null' } },
    ],
  },
  {
    title: 'in a suspended bucket a delete leaves a marker null in the place of the version null',
    source: `${api} TestS3ObjectCRUD::test_delete_object_on_suspended_bucket`,
    date,
    bucket,
    steps: [
      put('first'),
      {
        operation: 'DeleteObject',
        input: { Key },
        answer: { status: 204, DeleteMarker: true, VersionId: 'null' },
      },
      put('second'),
      {
        operation: 'GetObject',
        input: { Key, VersionId: 'null' },
        answer: { status: 200, Body: 'second' },
      },
      {
        operation: 'DeleteObject',
        input: { Key },
        answer: { status: 204, DeleteMarker: true, VersionId: 'null' },
      },
      { operation: 'GetObject', input: { Key }, answer: { status: 404, Code: 'NoSuchKey', Key } },
    ],
  },
  {
    title: 'a copy in a suspended bucket tells its version, and not that of its source',
    source:
      'localstack/localstack tests/aws/services/s3/test_s3.py TestS3::test_s3_copy_object_in_place_suspended_only',
    date,
    bucket,
    steps: [
      put('body'),
      {
        operation: 'CopyObject',
        input: { Key, CopySource: `profile-pictures/${Key}`, MetadataDirective: 'REPLACE' },
        answer: { status: 200, VersionId: 'null', CopySourceVersionId: undefined },
      },
      { operation: 'GetBucketVersioning', input: {}, answer: { status: 200, Status: 'Suspended' } },
    ],
  },
  {
    title: 'a bucket that never had versions takes no other version id than null',
    source: `${api} TestS3ObjectCRUD::test_get_object_with_version_unversioned_bucket`,
    date,
    steps: [
      put('test-version'),
      ...['GetObject', 'DeleteObject', 'GetObjectTagging'].map((operation) => ({
        operation,
        input: { Key, VersionId: 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD' },
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          Message: 'Invalid version id specified',
          ArgumentName: 'versionId',
          ArgumentValue: 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD',
        },
      })),
      {
        operation: 'GetObject',
        input: { Key, VersionId: 'null' },
        answer: { status: 200, Body: 'test-version', VersionId: undefined },
      },
    ],
  },
]

replay(recordings)
