import { readdirSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Store } from '../../../local/core/store/store.ts'
import { migrations } from '../../../local/migrations.ts'
import { openLogStore } from '../../../local/node/store/log-store.ts'
import { liveBlobIds } from '../../../local/s3/objects/live-blobs.ts'
import { freePorts } from '../../support/node/free-ports.ts'
import { startProcess, type LocalProcess } from '../../support/node/local-process.ts'
import { quietLog } from '../../support/core/quiet-log.ts'
import { presign } from '../../support/s3/sign.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

const megabytes = new Uint8Array(2 << 20)

/** Sends the head of an upload and half of its body, and, unless it stalls, the rest. */
function upload({ ready }: LocalProcess, key: string, isStalled: boolean): Promise<Socket> {
  const { config, administrator } = ready
  const url = presign({
    method: 'PUT',
    url: `${config.local!.s3Endpoint}/${config.bucket}/${key}`,
    region: config.region,
    nowMs: Date.now(),
    credentials: administrator,
    expiresInSeconds: 900,
  })
  const { pathname, search, host, port } = new URL(url)
  const socket = connect({ port: Number(port), host: '127.0.0.1' })
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  socket.resume()
  socket.write(
    `PUT ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: ${megabytes.length}\r\n\r\n`,
  )
  return new Promise((resolve) => {
    socket.write(megabytes.subarray(1 << 20), () => resolve(socket))
    if (!isStalled) socket.write(megabytes.subarray(1 << 20))
  })
}

async function bodiesWithRows(folder: string): Promise<string[]> {
  const store: Store = openLogStore(folder, quietLog(), migrations)
  const ids = [...liveBlobIds(store)].sort()
  await store.close()
  return ids
}

test('a stop under load leaves no body without its row, and a start sweeps what others left', async () => {
  const folder = temporaryFolder()
  const env = { LOCAL_AWS_PORT: String(await freePorts(2)), LOCAL_AWS_DATA: folder }
  const blobs = join(folder, 'blobs')
  const local = await startProcess(env)
  const uploads = Array.from({ length: 24 }, (_, index) =>
    upload(local, `users/key-${index}`, index % 3 === 0),
  )
  await Promise.all(uploads)

  expect(await local.end('SIGTERM')).toBe(0)
  const kept = await bodiesWithRows(folder)
  expect(readdirSync(blobs).sort()).toStrictEqual(kept)
  expect(local.stderr()).not.toMatch(/failed|could not/i)

  writeFileSync(join(blobs, '00000000-0000-4000-8000-000000000000'), 'of nobody')
  const again = await startProcess(env)
  expect(readdirSync(blobs).sort()).toStrictEqual(kept)
  expect(await again.end('SIGTERM')).toBe(0)
}, 180_000)
