import { replay, type Answer, type Recording, type Step } from './recording.ts'

const date = '2026-02-21'
const source =
  'localstack/localstack tests/aws/services/s3/test_s3_list_operations.py TestS3ListObjectVersions'
const bucket = { versioning: true }
const anything = { status: 200 }

const put = (Key: string, Body = 'content 123'): Step => ({
  operation: 'PutObject',
  input: { Key, Body },
  answer: anything,
})
const remove = (Key: string): Step => ({
  operation: 'DeleteObject',
  input: { Key },
  answer: { status: 204, DeleteMarker: true },
})
const list = (input: Step['input'], answer: Record<string, unknown>): Step => ({
  operation: 'ListObjectVersions',
  input,
  answer: { status: 200, ...answer },
})

/** What the step so and so answered with as its version. */
const version = (answers: readonly Answer[], step: number) => answers[step]?.VersionId

/** As it was recorded. */
const never = 'HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD'
const altered = (answers: readonly Answer[]) => `${String(version(answers, 0)).slice(0, -4)}ABCD`

const keys = ['test_0', 'test_1', 'test_2']
/** Three keys, one of them twice; all deleted; two of them written again. */
const history = [
  ...keys.map((key) => put(key, 'version 1')),
  put('test_2', 'version 2'),
  ...keys.map(remove),
  put('test_0', 'version 2'),
  put('test_1', 'version 2'),
]
const folder = [
  'folder/aSubfolder/subFile1',
  'folder/aSubfolder/subFile2',
  'folder/file1',
  'folder/file2',
]
const inFolder = { Prefix: 'folder/', Delimiter: '/', MaxKeys: 1 }

const recordings: Recording[] = [
  {
    title: 'versions come by key, the newest first, with delete markers among them',
    source: `${source}::test_list_objects_versions_markers`,
    date,
    bucket,
    steps: [
      ...history,
      list(
        {},
        {
          IsTruncated: false,
          KeyMarker: '',
          VersionIdMarker: '',
          Versions: [
            { Key: 'test_0', IsLatest: true, Size: 9 },
            { Key: 'test_0', IsLatest: false },
            { Key: 'test_1', IsLatest: true },
            { Key: 'test_1', IsLatest: false },
            { Key: 'test_2', IsLatest: false, ETag: '"d4ca1ed7571e2e7b1f1c375bd50fa220"' },
            { Key: 'test_2', IsLatest: false, ETag: '"db3ec040e20dfc657dab510aeab74759"' },
          ],
          DeleteMarkers: [
            { Key: 'test_0', IsLatest: false },
            { Key: 'test_1', IsLatest: false },
            { Key: 'test_2', IsLatest: true },
          ],
        },
      ),
      list({ MaxKeys: 5 }, { IsTruncated: true, NextKeyMarker: 'test_1' }),
      list(
        { MaxKeys: 1, KeyMarker: 'test_1' },
        {
          VersionIdMarker: '',
          NextKeyMarker: 'test_2',
          Versions: undefined,
          DeleteMarkers: [{ Key: 'test_2', IsLatest: true }],
        },
      ),
      list(
        { MaxKeys: 1, KeyMarker: 'test_2' },
        { IsTruncated: false, Versions: undefined, DeleteMarkers: undefined },
      ),
      list((answers) => ({ MaxKeys: 1, VersionIdMarker: version(answers, 5) }), {
        status: 400,
        Code: 'InvalidArgument',
        Message: 'A version-id marker cannot be specified without a key marker.',
        ArgumentName: 'version-id-marker',
      }),
      list(
        (answers) => ({ MaxKeys: 1, KeyMarker: 'test_1', VersionIdMarker: version(answers, 5) }),
        {
          IsTruncated: true,
          NextKeyMarker: 'test_1',
          Versions: [{ Key: 'test_1', ETag: '"db3ec040e20dfc657dab510aeab74759"' }],
        },
      ),
      list(
        (answers) => ({ MaxKeys: 1, KeyMarker: 'test_2', VersionIdMarker: version(answers, 3) }),
        { IsTruncated: false, Versions: [{ Key: 'test_2', IsLatest: false }] },
      ),
    ],
  },
  {
    title: 'a key marker within a common prefix stands after all of it',
    source: `${source}::test_list_object_versions_pagination_common_prefixes`,
    date,
    bucket,
    steps: [
      ...folder.map((key) => put(key)),
      list(inFolder, {
        IsTruncated: true,
        CommonPrefixes: [{ Prefix: 'folder/aSubfolder/' }],
        NextKeyMarker: 'folder/aSubfolder/',
        NextVersionIdMarker: undefined,
      }),
      list(
        { ...inFolder, KeyMarker: 'folder/aSubfolder/' },
        { IsTruncated: true, NextKeyMarker: 'folder/file1', Versions: [{ Key: 'folder/file1' }] },
      ),
      list(
        { ...inFolder, KeyMarker: 'folder/file1' },
        { IsTruncated: false, Versions: [{ Key: 'folder/file2' }] },
      ),
      list(
        { ...inFolder, KeyMarker: 'folder/aSubfolder/subFile1' },
        { IsTruncated: true, Versions: [{ Key: 'folder/file1' }], CommonPrefixes: undefined },
      ),
    ],
  },
  {
    title: 'a page goes on where its last version was, though that was deleted meanwhile',
    source: `${source}::test_list_objects_versions_with_prefix_only_and_pagination`,
    date,
    bucket,
    steps: [
      ...Array.from({ length: 5 }, (_, index) => put('prefixed_key', String(index))),
      put('non_prefixed_key'),
      list({ Prefix: 'prefix', MaxKeys: 3 }, { IsTruncated: true, NextKeyMarker: 'prefixed_key' }),
      list(
        { Prefix: 'prefix', MaxKeys: 4, KeyMarker: 'prefixed_key' },
        { IsTruncated: false, Versions: undefined },
      ),
      list(
        (answers) => ({
          Prefix: 'prefix',
          KeyMarker: 'prefixed_key',
          VersionIdMarker: version(answers, 2),
        }),
        { Versions: [{ IsLatest: false }, { IsLatest: false }] },
      ),
      ...[4, 3, 2].map((step): Step => ({
        operation: 'DeleteObject',
        input: (answers) => ({ Key: 'prefixed_key', VersionId: version(answers, step) }),
        answer: { status: 204 },
      })),
      list(
        (answers) => ({
          Prefix: 'prefix',
          KeyMarker: 'prefixed_key',
          VersionIdMarker: version(answers, 2),
        }),
        { IsTruncated: false, Versions: [{ IsLatest: true }, { IsLatest: false }] },
      ),
    ],
  },
  {
    title: 'a bucket that never had versions lists its objects as the version null',
    source:
      'localstack/localstack tests/aws/services/s3/test_s3_api.py TestS3ObjectCRUD::test_list_object_versions_order_unversioned',
    date,
    steps: [
      list({}, { Versions: undefined, DeleteMarkers: undefined, IsTruncated: false }),
      put('b-test-object-2'),
      put('a-test-object-1'),
      list(
        {},
        {
          Versions: [
            { Key: 'a-test-object-1', VersionId: 'null', IsLatest: true, StorageClass: 'STANDARD' },
            { Key: 'b-test-object-2', VersionId: 'null', IsLatest: true },
          ],
        },
      ),
    ],
  },
  {
    title: 'an id that S3 never gave is no version id, and in a list no version',
    source:
      'localstack/localstack tests/aws/services/s3/test_s3_api.py TestS3ObjectCRUD::test_delete_object_versioned, test_delete_objects_versioned',
    date: '2026-02-23',
    bucket,
    steps: [
      put('test-delete'),
      {
        operation: 'DeleteObject',
        input: (answers) => ({ Key: 'test-delete', VersionId: altered(answers) }),
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          Message: 'Invalid version id specified',
          ArgumentName: 'versionId',
        },
      },
      {
        operation: 'DeleteObjects',
        input: {
          Delete: {
            Objects: ['test-delete', 'wrong-key-2'].map((Key) => ({ Key, VersionId: never })),
          },
        },
        answer: {
          status: 200,
          Deleted: undefined,
          Errors: ['test-delete', 'wrong-key-2'].map((Key) => ({
            Code: 'NoSuchVersion',
            Key,
            Message: 'The specified version does not exist.',
            VersionId: never,
          })),
        },
      },
      {
        operation: 'DeleteObjects',
        input: (answers) => ({
          Delete: { Objects: [{ Key: 'test-delete', VersionId: version(answers, 0) }] },
        }),
        answer: { status: 200, Deleted: [{ Key: 'test-delete' }], Errors: undefined },
      },
    ],
  },
]

replay(recordings)
