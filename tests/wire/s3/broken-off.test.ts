import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../../local/listeners.ts'
import { openDiskBlobs } from '../../../local/node/disk-blobs.ts'
import { systemLog } from '../../../local/node/system-log.ts'
import { systemRandom } from '../../../local/node/system-random.ts'
import { liveBlobIds } from '../../../local/s3/objects/live-blobs.ts'
import { bucketName, createTestS3, region } from '../../support/s3/s3.ts'
import { presign } from '../../support/s3/sign.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { createTestRuntime } from '../../support/core/test-runtime.ts'

const chunk = 256 << 10
const sizes = [0, 1, 1000, chunk - 1, chunk, chunk + 1, 3 * chunk, 8 << 20]
const atOnce = 24

/** S3 with its bodies in files, on a socket. */
async function start() {
  const folder = temporaryFolder()
  const s3 = createTestS3(
    {},
    { ...createTestRuntime(), blobs: openDiskBlobs(folder, systemRandom) },
  )
  const listener = await listen(s3.fetch, { port: 0, log: systemLog })
  onTestFinished(() => listener.close())
  const credentials = s3.issueAdmin()
  const { clock, store } = s3.runtime

  function link(method: string, key: string, query = ''): string {
    const { pathname, search } = new URL(
      presign({
        method,
        url: `http://127.0.0.1:${listener.port}/${bucketName}/${key}${query}`,
        region,
        nowMs: clock.now(),
        credentials,
        expiresInSeconds: 900,
      }),
    )
    return pathname + search
  }

  /**
   * Sends a request on a connection of its own, and closes that once `cut` bytes of the answer's body
   * have come.
   *
   * @returns what has come of it; the head too.
   */
  function exchange(method: string, target: string, sent: Uint8Array, length: number, cut: number) {
    return new Promise<{ head: string; body: Buffer }>((resolve) => {
      const socket = connect({ port: listener.port, host: '127.0.0.1' })
      const received: Buffer[] = []
      let headBytes = 0
      let sizeBytes = 0
      socket.on('data', (data) => {
        received.push(data)
        sizeBytes += data.length
        if (headBytes === 0) {
          const end = Buffer.concat(received).indexOf('\r\n\r\n')
          if (end >= 0) headBytes = end + 4
        }
        if (headBytes > 0 && sizeBytes - headBytes >= cut) socket.destroy()
      })
      // A connection that the server resets says so, and closes.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        const all = Buffer.concat(received)
        resolve({ head: all.toString('latin1', 0, headBytes), body: all.subarray(headBytes) })
      })
      socket.write(
        `${method} ${target} HTTP/1.1\r\nhost: 127.0.0.1:${listener.port}\r\nconnection: close\r\ncontent-length: ${length}\r\n\r\n`,
      )
      socket.write(sent, () => {
        if (cut === 0 || sent.length < length) socket.destroy()
      })
    })
  }

  return {
    link,
    put: (target: string, body: Uint8Array) => exchange('PUT', target, body, body.length, Infinity),
    /** The connection is closed once the first part of the body has left. */
    breakUpload: (target: string, body: Uint8Array, part: number) =>
      exchange('PUT', target, body.subarray(0, part), body.length, Infinity),
    get: (target: string, cut: number) => exchange('GET', target, Buffer.alloc(0), 0, cut),
    post: (target: string) => exchange('POST', target, Buffer.alloc(0), 0, Infinity),
    /** Waits until nothing is under way. */
    idle: () => listener.idle(),
    filesThere: () => readdirSync(folder).sort(),
    filesWanted: () => [...liveBlobIds(store)].sort(),
    openFiles: () => openFilesIn(folder),
    logged: s3.runtime.logged,
  }
}

/** Where the system tells. */
function openFilesIn(folder: string): string[] {
  const own = '/proc/self/fd'
  if (!existsSync(own)) return []
  return readdirSync(own).flatMap((fd) => {
    try {
      const path = readlinkSync(`${own}/${fd}`)
      return path.startsWith(folder) ? [path] : []
    } catch {
      return []
    }
  })
}

/** Some at a time, in order. */
async function runAll(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const rest = [...tasks]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let task = rest.shift(); task; task = rest.shift()) await task()
    }),
  )
}

/**
 * Every size broken off at its start, around the middle of it and before its end, and not at all. The
 * large ones, which cost as much as all others, once.
 */
function* everyCut(bodies: readonly Uint8Array[]): Generator<[index: number, cut: number]> {
  for (let pass = 0; pass < 9; pass += 1) {
    for (const part of [0, 1 / 3, 2 / 3, 1]) {
      for (const [index, { length }] of bodies.entries()) {
        if (pass > 0 && length > 2 * chunk) continue
        yield [index, Math.floor(length * part)]
        if (part === 0) yield [index, Math.min(1, length)]
        if (part === 1) yield [index, Infinity]
      }
    }
  }
}

test('thousands of downloads and uploads that are broken off leave no descriptor, no body and no wrong byte', async () => {
  const s3 = await start()
  const bodies = sizes.map((size) => randomBytes(size))
  const targets = sizes.map((size) => s3.link('GET', `object-${size}`))
  for (const [index, size] of sizes.entries()) {
    const { head } = await s3.put(s3.link('PUT', `object-${size}`), bodies[index]!)
    expect(head).toMatch(/^HTTP\/1.1 200/)
  }
  const created = await s3.post(s3.link('POST', 'in-parts', '?uploads='))
  const uploadId = /<UploadId>(.*)<\/UploadId>/.exec(created.body.toString())?.[1]
  const uploads = sizes.map((size) => s3.link('PUT', `upload-${size}`))
  const parts = sizes.map((_, index) =>
    s3.link('PUT', 'in-parts', `?partNumber=${index + 1}&uploadId=${uploadId}`),
  )

  const tasks: (() => Promise<void>)[] = []
  for (const [index, cut] of everyCut(bodies)) {
    const body = bodies[index]!
    const download = async () => {
      const { head, body: got } = await s3.get(targets[index]!, cut)
      if (cut > 0) expect(head).toMatch(/^HTTP\/1.1 200/)
      expect(got.length).toBeGreaterThanOrEqual(Math.min(cut, body.length))
      expect(got.equals(body.subarray(0, got.length))).toBe(true)
    }
    const upload = async () => {
      if (cut === Infinity) await s3.put(uploads[index]!, body)
      else await s3.breakUpload(uploads[index]!, body, cut)
    }
    const part = async () => {
      if (cut === Infinity) await s3.put(parts[index]!, body)
      else await s3.breakUpload(parts[index]!, body, cut)
    }
    tasks.push(download, download, download, download, upload, part)
  }
  await runAll(tasks)

  await s3.idle()
  expect(tasks.length).toBeGreaterThan(2000)
  expect(s3.openFiles()).toStrictEqual([])
  expect(s3.filesThere()).toStrictEqual(s3.filesWanted())
  for (const [index, size] of sizes.entries()) {
    for (const key of [`object-${size}`, `upload-${size}`]) {
      const { body } = await s3.get(s3.link('GET', key), Infinity)
      expect(body.equals(bodies[index]!), key).toBe(true)
    }
  }
}, 120_000)
