import { replay, type Answer, type Recording, type Step } from './recording.ts'

const date = '2026-02-21'
const source =
  'localstack/localstack tests/aws/services/s3/test_s3_list_operations.py TestS3ListMultipartUploads'

const begin = (Key: string): Step => ({
  operation: 'CreateMultipartUpload',
  input: { Key },
  answer: { status: 200 },
})
const list = (input: Step['input'], answer: Record<string, unknown>): Step => ({
  operation: 'ListMultipartUploads',
  input,
  answer: { status: 200, ...answer },
})
/** Of the step so and so. */
const id = (answers: readonly Answer[], step: number) => answers[step]?.UploadId

const ofThreeKeys = ['c', 'b', 'a', 'a', 'a'].map(begin)
const inFolder = ['folder/aSubfolder/1', 'folder/aSubfolder/2', 'folder/file1', 'folder/file2'].map(
  begin,
)

const recordings: Recording[] = [
  {
    title: 'an empty listing has empty markers, and no prefix that was not asked for',
    source: `${source}::test_list_multiparts_next_marker`,
    date,
    steps: [
      list(
        {},
        {
          IsTruncated: false,
          KeyMarker: '',
          NextKeyMarker: '',
          NextUploadIdMarker: '',
          UploadIdMarker: '',
          Prefix: undefined,
          Uploads: undefined,
        },
      ),
    ],
  },
  {
    title: 'the markers are the last upload’s, of the last page, too',
    source: `${source}::test_list_multiparts_next_marker`,
    date,
    steps: [
      ...ofThreeKeys,
      list({}, { IsTruncated: false, NextKeyMarker: 'c' }),
      list({ MaxUploads: 1 }, { IsTruncated: true, NextKeyMarker: 'a' }),
      list({ MaxUploads: 1, KeyMarker: 'a' }, { IsTruncated: true, NextKeyMarker: 'b' }),
      list(
        { MaxUploads: 1, KeyMarker: 'c' },
        { IsTruncated: false, KeyMarker: 'c', NextKeyMarker: '', NextUploadIdMarker: '' },
      ),
      list((answers) => ({ MaxUploads: 1, KeyMarker: 'b', UploadIdMarker: id(answers, 1) }), {
        IsTruncated: false,
        KeyMarker: 'b',
        NextKeyMarker: 'c',
      }),
    ],
  },
  {
    title: 'the upload of another key is no marker',
    source: `${source}::test_list_multiparts_next_marker`,
    date,
    steps: [
      ...ofThreeKeys,
      {
        operation: 'ListMultipartUploads',
        input: (answers) => ({ MaxUploads: 1, KeyMarker: 'c', UploadIdMarker: id(answers, 1) }),
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          Message: 'Invalid uploadId marker',
          ArgumentName: 'upload-id-marker',
        },
      },
    ],
  },
  {
    title: 'an upload without a key is no marker, and ignored',
    source: `${source}::test_list_multiparts_next_marker`,
    date,
    steps: [
      ...ofThreeKeys,
      list((answers) => ({ MaxUploads: 1, UploadIdMarker: id(answers, 1) }), {
        IsTruncated: true,
        KeyMarker: '',
        NextKeyMarker: 'a',
        UploadIdMarker: '',
      }),
    ],
  },
  {
    title: 'a page of common prefixes alone has empty markers when it is the last',
    source: `${source}::test_list_multiparts_with_prefix_and_delimiter`,
    date,
    steps: [
      ...inFolder.slice(0, 2),
      list(
        { Prefix: 'folder/', Delimiter: '/' },
        {
          CommonPrefixes: [{ Prefix: 'folder/aSubfolder/' }],
          IsTruncated: false,
          NextKeyMarker: '',
          NextUploadIdMarker: '',
          Prefix: 'folder/',
        },
      ),
    ],
  },
  {
    title: 'a common prefix, or a key within it, is a marker behind all of it',
    source: `${source}::test_list_multipart_uploads_marker_common_prefixes`,
    date,
    steps: [
      ...inFolder,
      ...['folder/aSubfolder/', 'folder/aSubfolder/1'].map((KeyMarker) =>
        list(
          { Prefix: 'folder/', Delimiter: '/', MaxUploads: 1, KeyMarker },
          { IsTruncated: true, KeyMarker, NextKeyMarker: 'folder/file1' },
        ),
      ),
    ],
  },
]

replay(recordings)
