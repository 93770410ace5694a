import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { connect as connectSocket } from 'node:net'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openDiskBlobs } from '../../../local/node/disk-blobs.ts'
import {
  bucketName as Bucket,
  createTestS3,
  listenS3,
  region,
  s3Client,
} from '../../support/s3/s3.ts'
import { presign } from '../../support/s3/sign.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { createTestRuntime } from '../../support/core/test-runtime.ts'

const run = promisify(execFile)

async function connectDisk() {
  const folder = temporaryFolder()
  const runtime = createTestRuntime()
  const blobs = openDiskBlobs(folder, runtime.random)
  const s3 = createTestS3({}, { ...runtime, blobs })
  const endpoint = await listenS3(s3)
  const credentials = s3.issueAdmin()
  const link = (method: string, key: string) =>
    presign({
      method,
      url: `${endpoint}/${Bucket}/${key}`,
      region,
      nowMs: runtime.clock.now(),
      credentials,
      expiresInSeconds: 900,
    })
  return { s3, folder, blobs: s3.runtime.blobs, client: s3Client(endpoint, credentials), link }
}

test('an upload that is cut off leaves the old object, and nothing else', async () => {
  const { folder, blobs, client, link } = await connectDisk()
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'old' }))
  const writing = new Promise<unknown>((resolve) => {
    const write = blobs.write.bind(blobs)
    blobs.write = (body) => {
      const written = write(body)
      resolve(written.catch((error: unknown) => error))
      return written
    }
  })
  const { host, hostname, port, pathname, search } = new URL(link('PUT', 'a'))

  const socket = connectSocket(Number(port), hostname)
  socket.write(
    `PUT ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000000\r\n\r\n`,
  )
  socket.write(new Uint8Array(500_000), () => socket.destroy())

  expect(await writing).toMatchObject({ code: 'IncompleteBody' })
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'a' }))
  expect(await Body!.transformToString()).toBe('old')
  expect(readdirSync(folder)).toHaveLength(1)
})

test('a body that is not what was signed leaves the old object, and nothing else', async () => {
  const { folder, client } = await connectDisk()
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'old' }))

  const put = client.send(
    new PutObjectCommand({ Bucket, Key: 'a', Body: 'new', ChecksumSHA256: 'A'.repeat(43) + '=' }),
  )

  await expect(put).rejects.toMatchObject({ name: 'BadDigest' })
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'a' }))
  expect(await Body!.transformToString()).toBe('old')
  expect(readdirSync(folder)).toHaveLength(1)
})

test('who reads while the object is replaced or deleted reads the old one to its end', async () => {
  const { folder, s3, client } = await connectDisk()
  const old = new Uint8Array(3_000_000).fill(1)
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: old }))

  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'a' }))
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'new' }))
  const read = await Body!.transformToByteArray()

  expect(Buffer.compare(read, old)).toBe(0)
  expect(readdirSync(folder)).toHaveLength(1)
  expect(s3.runtime.logged).toEqual([])
})

test('256 MiB go up and down in less than 100 MiB of memory', async () => {
  const { link } = await connectDisk()
  const size = 256 << 20
  const traffic = async (method: string) => {
    const script = [
      'tests/support/s3/http-traffic.mjs',
      method,
      link(method, 'large'),
      String(size),
    ]
    return JSON.parse((await run(process.execPath, script)).stdout) as unknown
  }
  const before = process.memoryUsage.rss()
  let peak = before
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10)

  const put = await traffic('PUT')
  const got = await traffic('GET')
  clearInterval(sampling)

  expect(put).toEqual({ status: 200, count: 0 })
  expect(got).toEqual({ status: 200, count: size })
  expect((peak - before) / (1 << 20)).toBeLessThan(100)
})
