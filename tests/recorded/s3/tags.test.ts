import { replay, type Recording, type Step } from './recording.ts'

const date = '2026-02-23'
const source =
  'localstack/localstack tests/aws/services/s3/test_s3_api.py TestS3BucketObjectTagging'
const Key = 'test-tagging'
const anything = { status: 200 }

const put = (Tagging?: string): Step => ({
  operation: 'PutObject',
  input: { Key, Body: 'test-tagging', Tagging },
  answer: anything,
})
const set = (TagSet: object[], answer: Step['answer'] = anything): Step => ({
  operation: 'PutObjectTagging',
  input: { Key, Tagging: { TagSet } },
  answer,
})
const tags = (TagSet: object[]): Step => ({
  operation: 'GetObjectTagging',
  input: { Key },
  answer: { status: 200, TagSet },
})
const invalid = (Message: string, TagKey: string) => ({
  status: 400,
  Code: 'InvalidTag',
  Message,
  TagKey,
})

const recordings: Recording[] = [
  {
    title: 'the tags of an object are set, replaced and deleted as a whole',
    source: `${source}::test_object_tagging_crud`,
    date,
    steps: [
      put(),
      tags([]),
      set([
        { Key: 'tag1', Value: 'tag1' },
        { Key: 'tag2', Value: '' },
      ]),
      tags([
        { Key: 'tag1', Value: 'tag1' },
        { Key: 'tag2', Value: '' },
      ]),
      set([{ Key: 'tag3', Value: 'tag3' }]),
      { operation: 'GetObject', input: { Key }, answer: { status: 200, TagCount: 1 } },
      { operation: 'DeleteObjectTagging', input: { Key }, answer: { status: 204 } },
      tags([]),
      { operation: 'GetObject', input: { Key }, answer: { status: 200, TagCount: undefined } },
    ],
  },
  {
    title: 'tags that a PUT brings go with the next one, and without a value they are empty',
    source: `${source}::test_put_object_with_tags, test_object_tags_delete_or_overwrite_object`,
    date,
    steps: [
      put('key1&&&key2'),
      tags([
        { Key: 'key1', Value: '' },
        { Key: 'key2', Value: '' },
      ]),
      put(),
      tags([]),
    ],
  },
  {
    title: 'tags that S3 does not take are refused by their keys',
    source: `${source}::test_tagging_validation`,
    date,
    steps: [
      put(),
      set(
        [
          { Key: 'Key1', Value: 'Val1' },
          { Key: 'Key1', Value: 'Val1' },
        ],
        invalid('Cannot provide multiple Tags with the same key', 'Key1'),
      ),
      set(
        [{ Key: 'Key1,Key2', Value: 'Val1' }],
        invalid('The TagKey you have provided is invalid', 'Key1,Key2'),
      ),
      set(
        [{ Key: 'aws:prefixed', Value: 'Val1' }],
        invalid('Your TagKey cannot be prefixed with aws:', 'aws:prefixed'),
      ),
      set([{ Value: 'Val1' }], { status: 400, Code: 'MalformedXML' }),
      set([{ Key: 'Key1' }], { status: 400, Code: 'MalformedXML' }),
    ],
  },
  {
    title: 'tags of an object that is not there: GET names the bucket with the key',
    source: `${source}::test_object_tagging_exc`,
    date,
    steps: [
      {
        operation: 'GetObjectTagging',
        input: { Key: 'fake-key' },
        answer: { status: 404, Code: 'NoSuchKey', Key: 'profile-pictures/fake-key' },
      },
      {
        operation: 'DeleteObjectTagging',
        input: { Key: 'fake-key' },
        answer: { status: 404, Code: 'NoSuchKey', Key: 'fake-key' },
      },
      {
        operation: 'PutObject',
        input: { Key, Tagging: 'key1=val1,key2=val2' },
        answer: {
          status: 400,
          Code: 'InvalidArgument',
          ArgumentName: 'x-amz-tagging',
          ArgumentValue: 'key1=val1,key2=val2',
        },
      },
    ],
  },
  {
    title: 'a tagging without a set is one of no tags',
    source: `${source}::test_put_object_tagging_none_value`,
    date,
    steps: [
      put('tag1=tag1'),
      { operation: 'PutObjectTagging', input: { Key, Tagging: {} }, answer: anything },
      tags([]),
    ],
  },
]

replay(recordings)
