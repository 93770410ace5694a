import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { Agent } from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePorts } from '../../support/node/free-ports.ts'
import { startProcess, type LocalProcess } from '../../support/node/local-process.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

async function environment() {
  return { LOCAL_AWS_PORT: String(await freePorts(2)), LOCAL_AWS_DATA: temporaryFolder() }
}

/** One connection, kept open. */
function bucketOf({ ready }: LocalProcess) {
  const { config, administrator } = ready
  const client = new S3Client({
    endpoint: config.local!.s3Endpoint,
    region: config.region,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: administrator,
    requestHandler: { httpAgent: new Agent({ keepAlive: true, maxSockets: 1 }) },
  })
  onTestFinished(() => client.destroy())
  const Bucket = config.bucket
  return {
    put: (Key: string, sizeBytes: number) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body: 'x'.repeat(sizeBytes) })),
    async get(Key: string) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return Body!.transformToString()
    },
    async keys() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
      return Contents.map(({ Key }) => Key)
    },
  }
}

const isWindows = process.platform === 'win32'
const failed = { name: 'InternalError', $metadata: { httpStatusCode: 500 } }

test.skipIf(isWindows)(
  'a full table of descriptors is said in words, costs nothing, and is over when there is room',
  async () => {
    const env = await environment()
    const local = await startProcess(env, 'ulimit -n 64')
    const bucket = bucketOf(local)
    await bucket.put('before', 300_000)
    const idle: Socket[] = []
    const port = Number(env.LOCAL_AWS_PORT)
    // Until one is closed as soon as it is there.
    for (let isFull = false; !isFull;) {
      const socket = connect({ port, host: '127.0.0.1' })
      idle.push(socket)
      onTestFinished(() => void socket.destroy())
      await once(socket, 'connect')
      socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
      isFull = await new Promise<boolean>((resolve) => {
        socket.once('data', () => resolve(false))
        socket.once('error', () => resolve(true))
        socket.once('close', () => resolve(true))
      })
    }

    await expect(bucket.put('during', 300_000)).rejects.toMatchObject(failed)
    await expect(bucket.get('before')).rejects.toMatchObject(failed)
    expect(local.stderr()).toMatch(/\(`ulimit -n`\)\. Close connections, or allow more\./)
    expect(local.stderr()).not.toMatch(/^ {4}at /m)

    const closed = idle.filter((socket) => !socket.destroyed).map((socket) => once(socket, 'close'))
    for (const socket of idle) socket.end()
    await Promise.all(closed)
    await bucket.put('after', 300_000)
    expect(await bucket.get('before')).toHaveLength(300_000)
    expect(await bucket.keys()).toStrictEqual(['after', 'before'])
    expect(await local.end('SIGTERM')).toBe(0)
    expect(readdirSync(join(env.LOCAL_AWS_DATA, 'blobs'))).toHaveLength(2)
  },
  180_000,
)

test.skipIf(isWindows)(
  'a disk that takes no more is said in words, and what was acknowledged is there afterwards',
  async () => {
    const env = await environment()
    // A file may have 100 to 200 KB, by the shell's unit; Node would end at the signal for more.
    const local = await startProcess(env, "trap '' XFSZ; ulimit -f 200")
    const bucket = bucketOf(local)
    await expect(bucket.put('large', 1_000_000)).rejects.toMatchObject(failed)
    await expect(bucket.put('in-one-write', 250_000)).rejects.toMatchObject(failed)
    expect(local.stderr()).toMatch(/blobs cannot be written \(EFBIG\): files may not be that large/)

    const kept: string[] = []
    const name = (index: number) => `${String(index).padStart(4, '0')}${'k'.repeat(900)}`
    for (let isFull = false; !isFull;) {
      const key = name(kept.length)
      isFull = await bucket.put(key, 1).then(
        () => false,
        (error: unknown) => {
          expect(error).toMatchObject(failed)
          return true
        },
      )
      if (!isFull) kept.push(key)
    }
    expect(local.stderr()).toMatch(
      /store-1\.log cannot be written \(EFBIG\): files may not be that large/,
    )
    expect(local.stderr()).not.toMatch(/^ {4}at /m)
    expect(await bucket.keys()).toStrictEqual(kept)
    expect(await local.end('SIGTERM')).toBe(0)

    const again = await startProcess(env)
    const roomy = bucketOf(again)
    expect(await roomy.keys()).toStrictEqual(kept)
    await roomy.put('large', 1_000_000)
    expect(await roomy.get('large')).toHaveLength(1_000_000)
    expect(readdirSync(join(env.LOCAL_AWS_DATA, 'blobs'))).toHaveLength(kept.length + 1)
    expect(await again.end('SIGTERM')).toBe(0)
  },
  180_000,
)
