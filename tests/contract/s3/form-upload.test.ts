import { GetObjectCommand, GetObjectTaggingCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { formData, presignPost } from '../../support/s3/form-upload.ts'
import { policyOf } from '../../support/iam/policies.ts'
import {
  ada,
  bob,
  bucketName as Bucket,
  createTestS3,
  listenS3,
  s3Client,
} from '../../support/s3/s3.ts'

const Key = 'posted'

async function connect(config = {}) {
  const s3 = createTestS3(config)
  const endpoint = await listenS3(s3)
  const credentials = s3.issueAdmin()
  const client = s3Client(endpoint, credentials)
  const presign = (more = {}) => presignPost(endpoint, credentials, more)
  return { s3, endpoint, client, presign }
}

async function send(url: string, body: FormData, init: RequestInit = {}) {
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual', ...init })
  const text = await response.text()
  const element = (name: string) => new RegExp(`<${name}>([^]*?)</${name}>`).exec(text)?.[1]
  return { status: response.status, headers: response.headers, text, element }
}

test('a form that the SDK signed stores its file, whatever its bytes', async () => {
  const { client, presign } = await connect()
  const bytes = new Uint8Array(300_000).map((_, index) => (index * 7 + (index >> 8)) % 256)
  bytes.set(new TextEncoder().encode('\r\n--\r\n------WebKitFormBoundary\r\r\n\r\n--'), 131_070)
  const { url, fields } = await presign()

  const posted = await send(url, formData(fields, new Blob([bytes])))

  expect(posted.status).toBe(204)
  expect(posted.text).toBe('')
  const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket, Key }))
  expect(Buffer.compare(await Body!.transformToByteArray(), bytes)).toBe(0)
  expect(posted.headers.get('etag')).toBe(ETag)
  expect(posted.headers.get('location')).toBe(`${url}${url.endsWith('/') ? '' : '/'}${Key}`)
})

test('the file gives its name to the key, and 201 tells where it is', async () => {
  const { presign } = await connect()
  const { url, fields } = await presign({
    Key: 'in/${filename}',
    Fields: { success_action_status: '201' },
    Conditions: [['starts-with', '$key', 'in/']],
  })

  const posted = await send(url, formData(fields))

  expect(posted.status).toBe(201)
  expect(posted.element('Key')).toBe('in/my-file.txt')
  expect(posted.element('Bucket')).toBe(Bucket)
  expect(posted.element('Location')).toBe(posted.headers.get('location'))
  expect(posted.element('ETag')).toBe('&quot;e80b5017098950fc58aad83c8c14978e&quot;')
  expect(posted.headers.get('location')).toMatch(/\/in\/my-file\.txt$/)
})

test.each([
  ['200', 200],
  ['204', 204],
  ['999', 204],
])('success_action_status %s is answered with %i', async (success_action_status, status) => {
  const { presign } = await connect()
  const { url, fields } = await presign({ Fields: { success_action_status } })

  expect((await send(url, formData(fields))).status).toBe(status)
})

test('a browser is led on to where the form says, with what was stored', async () => {
  const { presign } = await connect()
  const target = 'https://app.example/done?from=form'
  const { url, fields } = await presign({ Fields: { success_action_redirect: target } })
  const relative = await presign({ Fields: { success_action_redirect: '/relative' } })
  const script = await presign({ Fields: { success_action_redirect: 'javascript:alert(1)' } })

  const posted = await send(url, formData(fields))

  expect(posted.status).toBe(303)
  const location = new URL(posted.headers.get('location')!)
  expect(location.origin + location.pathname).toBe('https://app.example/done')
  expect(Object.fromEntries(location.searchParams)).toEqual({
    from: 'form',
    bucket: Bucket,
    key: Key,
    etag: '"e80b5017098950fc58aad83c8c14978e"',
  })
  for (const other of [relative, script]) {
    expect((await send(other.url, formData(other.fields))).status).toBe(204)
  }
})

test('what a form says of its object is kept with it', async () => {
  const { client, presign } = await connect()
  const { url, fields } = await presign({
    Fields: {
      'Content-Type': 'text/plain',
      'Cache-Control': 'no-store',
      'x-amz-meta-test-1': 'eins',
      'x-amz-meta-TEST-2': 'ÄÖ 👑',
      tagging: '<Tagging><TagSet><Tag><Key>a b</Key><Value>1 + 2</Value></Tag></TagSet></Tagging>',
    },
  })

  expect((await send(url, formData(fields))).status).toBe(204)

  const head = await client.send(new HeadObjectCommand({ Bucket, Key }))
  expect(head).toMatchObject({
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    TagCount: 1,
    Metadata: { 'test-1': 'eins', 'test-2': expect.stringMatching(/^=\?UTF-8\?/) as string },
  })
  const { TagSet } = await client.send(new GetObjectTaggingCommand({ Bucket, Key }))
  expect(TagSet).toEqual([{ Key: 'a b', Value: '1 + 2' }])
})

test('a person uploads by a form what they may write themselves, and nothing else', async () => {
  const { s3, endpoint } = await connect()
  const post = async (person: string) => {
    const { url, fields } = await presignPost(endpoint, s3.issue(ada), {
      Key: `users/${person}/a.txt`,
    })
    return send(url, formData(fields))
  }

  expect((await post(ada)).status).toBe(204)
  const refused = await post(bob)
  expect(refused.status).toBe(403)
  expect(refused.element('Message')).toContain('not authorized to perform: s3:PutObject')
})

test('a policy of the bucket can refuse forms', async () => {
  const policy = policyOf({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: '*',
    Condition: { StringEquals: { 's3:authType': 'POST' } },
  })
  const { presign } = await connect({ policy })
  const { url, fields } = await presign()

  expect((await send(url, formData(fields))).status).toBe(403)
})

test('a page of an origin that CORS allows reads the answer', async () => {
  const corsRules = [
    {
      allowedOrigins: ['https://app.example'],
      allowedMethods: ['POST'],
      allowedHeaders: [],
      exposedHeaders: ['ETag'],
    },
  ]
  const { presign } = await connect({ corsRules })
  const { url, fields } = await presign()

  const posted = await send(url, formData(fields), { headers: { origin: 'https://app.example' } })

  expect(posted.headers.get('access-control-allow-origin')).toBe('https://app.example')
  expect(posted.headers.get('access-control-expose-headers')).toBe('ETag')
})

test('a form is good until its policy expires, and no longer than the credentials', async () => {
  const { s3, presign } = await connect()
  const short = await presign({ Expires: 60 })
  const long = await presign({ Expires: 86_400 })
  s3.runtime.clock.advance({ seconds: 61 })

  const late = await send(short.url, formData(short.fields))

  expect(late.status).toBe(403)
  expect(late.element('Message')).toBe('Invalid according to Policy: Policy expired.')
  expect((await send(long.url, formData(long.fields))).status).toBe(204)
  s3.runtime.clock.advance({ hours: 24 })
  expect((await send(long.url, formData(long.fields))).element('Code')).toBe('ExpiredToken')
})
