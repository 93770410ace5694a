import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect, test } from 'vitest'
import { bucketName as Bucket, createTestS3, listenS3, s3Client } from '../../support/s3/s3.ts'

async function connect() {
  const s3 = createTestS3()
  return { s3, client: s3Client(await listenS3(s3), s3.issueAdmin()) }
}

test('a presigned upload and download need nothing but their URLs', async () => {
  const { client } = await connect()
  const Key = 'a b/ü+.txt'
  const upload = await getSignedUrl(
    client,
    new PutObjectCommand({ Bucket, Key, ContentType: 'text/plain', Metadata: { by: 'ada' } }),
  )
  const download = await getSignedUrl(
    client,
    new GetObjectCommand({ Bucket, Key, ResponseContentDisposition: 'attachment' }),
  )

  const put = await fetch(upload, {
    method: 'PUT',
    body: 'hello',
    headers: { 'content-type': 'text/plain' },
  })
  const got = await fetch(download, { headers: { range: 'bytes=1-2' } })

  expect(put.status).toBe(200)
  expect(await got.text()).toBe('el')
  expect(got.headers.get('content-disposition')).toBe('attachment')
  expect(got.headers.get('content-type')).toBe('text/plain')
  expect(got.headers.get('x-amz-meta-by')).toBe('ada')
})

test('a presigned download is no upload', async () => {
  const { client } = await connect()
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'a' }))

  const put = await fetch(url, { method: 'PUT', body: 'x' })

  expect(put.status).toBe(403)
  expect(await put.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
})

test('a presigned upload that conditions are signed into keeps to them', async () => {
  const { client } = await connect()
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'a' }), {
    expiresIn: 60,
    unhoistableHeaders: new Set(['if-none-match']),
  })

  expect((await fetch(url, { method: 'PUT', body: '1' })).status).toBe(200)
  expect(
    (await fetch(url, { method: 'PUT', body: '2', headers: { 'if-none-match': '*' } })).status,
  ).toBe(412)
})
