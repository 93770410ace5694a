import { Amplify } from 'aws-amplify'
import {
  copy,
  downloadData,
  getProperties,
  getUrl,
  list,
  remove,
  uploadData,
} from 'aws-amplify/storage'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import '../../support/app/file-reader.ts'
import { ada, bob, bucketName, createTestS3, listenS3, region } from '../../support/s3/s3.ts'

const own = `users/${ada}`
const virtualHost = `${bucketName}.s3.${region}.amazonaws.com`

/** The library as it is; only the way to the local S3 is ours, as `src/local-mode.ts` does it. */
beforeEach(async () => {
  const s3 = createTestS3({ versioning: true })
  const endpoint = await listenS3(s3)
  const { accessKeyId, secretAccessKey, sessionToken } = s3.issue(ada)
  Amplify.configure(
    { Storage: { S3: { bucket: bucketName, region } } },
    {
      Auth: {
        tokenProvider: { getTokens: () => Promise.resolve(null) },
        credentialsProvider: {
          getCredentialsAndIdentityId: () =>
            Promise.resolve({
              credentials: { accessKeyId, secretAccessKey, sessionToken },
              identityId: ada,
            }),
          clearCredentialsAndIdentityId: () => undefined,
        },
      },
    },
  )
  const original = globalThis.fetch
  globalThis.fetch = (input, init) => original(localUrl(input, endpoint), init)
  onTestFinished(() => {
    globalThis.fetch = original
  })
})

function localUrl(input: RequestInfo | URL, endpoint: string): string {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.host !== virtualHost) return url.href
  const separator = url.search === '' ? '?' : '&'
  return `${endpoint}/${bucketName}${url.pathname}${url.search}${separator}x-local-signed-host=${url.host}`
}

function upload(path: string, data: string | ArrayBuffer | Blob, options = {}) {
  return uploadData({ path, data, options }).result
}

async function download(path: string): Promise<string> {
  const { body } = await downloadData({ path }).result
  return body.text()
}

test.each([
  ['text', 'hello'],
  ['bytes', new TextEncoder().encode('hello').buffer],
  ['a file', new Blob(['hello'])],
])('uploadData sends %s, and downloadData gets it', async (_, data) => {
  const path = `${own}/a b+c ü.txt`
  const sent = await upload(path, data, {
    contentType: 'text/plain',
    cacheControl: 'no-store',
    metadata: { by: 'ada' },
    checksumAlgorithm: 'crc-32',
  })
  const properties = await getProperties({ path })

  expect(await download(path)).toBe('hello')
  expect(sent.eTag).toBe(properties.eTag)
  expect(properties).toMatchObject({
    size: 5,
    contentType: 'text/plain',
    metadata: { by: 'ada' },
  })
  expect(properties.versionId).toBeDefined()
})

test.each([undefined, 'crc-32'])(
  'uploadData sends what is large in parts (checksum: %s)',
  async (checksumAlgorithm) => {
    const path = `${own}/large`
    const data = new Uint8Array(11 * 1024 * 1024).fill(7)

    await upload(path, data.buffer, checksumAlgorithm ? { checksumAlgorithm } : {})
    const { body } = await downloadData({ path, options: { bytesRange: { start: 0, end: 9 } } })
      .result

    expect((await getProperties({ path })).size).toBe(data.byteLength)
    expect((await body.blob()).size).toBe(10)
  },
)

test('uploadData with preventOverwrite leaves what is there', async () => {
  const path = `${own}/a`
  await upload(path, '1')

  await expect(upload(path, '2', { preventOverwrite: true })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  })
  expect(await download(path)).toBe('1')
})

test('list shows pages, all, and folders', async () => {
  for (const name of ['a', 'b/c', 'b/d', 'e f']) await upload(`${own}/${name}`, name)

  const page = await list({ path: `${own}/`, options: { pageSize: 3 } })
  const rest = await list({ path: `${own}/`, options: { nextToken: page.nextToken! } })
  const all = await list({ path: `${own}/`, options: { listAll: true } })
  const folders = await list({
    path: `${own}/`,
    options: { subpathStrategy: { strategy: 'exclude' } },
  })

  expect(page.items.map(({ path }) => path)).toEqual(['a', 'b/c', 'b/d'].map((n) => `${own}/${n}`))
  expect(rest.items.map(({ path }) => path)).toEqual([`${own}/e f`])
  expect(rest.nextToken).toBeUndefined()
  expect(all.items).toHaveLength(4)
  expect(folders.items.map(({ path }) => path)).toEqual([`${own}/a`, `${own}/e f`])
  expect(folders.excludedSubpaths).toEqual([`${own}/b/`])
})

test('remove takes an object, or all beneath a folder', async () => {
  for (const name of ['a', 'b/c', 'b/d&e']) await upload(`${own}/${name}`, name)

  await remove({ path: `${own}/a` })
  await remove({ path: `${own}/b/` })

  expect((await list({ path: `${own}/` })).items).toEqual([])
})

test('copy copies', async () => {
  await upload(`${own}/a b`, 'x')

  await copy({ source: { path: `${own}/a b` }, destination: { path: `${own}/c/d` } })

  expect(await download(`${own}/c/d`)).toBe('x')
})

test('getUrl gives a link that works for anyone who has it', async () => {
  await upload(`${own}/a`, 'hello')

  const { url } = await getUrl({
    path: `${own}/a`,
    options: {
      validateObjectExistence: true,
      contentDisposition: { type: 'attachment', filename: 'a.txt' },
    },
  })
  const response = await fetch(url)

  expect(await response.text()).toBe('hello')
  expect(response.headers.get('content-disposition')).toContain('attachment')
})

test('what is missing and what is not allowed have their names', async () => {
  await expect(download(`${own}/none`)).rejects.toMatchObject({ name: 'NoSuchKey' })
  await expect(getProperties({ path: `${own}/none` })).rejects.toMatchObject({ name: 'NotFound' })
  await expect(download(`users/${bob}/a`)).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(upload(`users/${bob}/a`, 'x')).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(list({ path: `users/${bob}/` })).rejects.toMatchObject({ name: 'AccessDenied' })
})
