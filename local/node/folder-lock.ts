import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another process keeps its data there. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/**
 * Makes the folder, and keeps it to this process: two would overwrite each other's data.
 *
 * The lock is a local socket that this process listens on. The operating system closes it however
 * the process ends, so a `kill -9` leaves no lock behind, as a file with a process id would.
 *
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string): Promise<{ close(): Promise<void> }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = socketPath(realpathSync(folder))
  const server = (await tryListen(path)) ?? (await takeOver(path, folder))
  server.unref()
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Unix limits such a path to some hundred bytes, so its name is a digest, in the temporary folder. */
function socketPath(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  const name = `local-aws-${digest}.lock`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name)
}

/** The socket's file may be what is left of a process that was killed: then nobody answers it. */
async function takeOver(path: string, folder: string): Promise<Server> {
  if (await answers(path)) throw inUse(folder)
  rmSync(path, { force: true })
  const server = await tryListen(path)
  if (!server) throw inUse(folder)
  return server
}

function inUse(folder: string): FolderInUseError {
  return new FolderInUseError(
    `Another local AWS keeps its data in ${folder}. Stop it, or choose another folder: LOCAL_AWS_DATA=.local-aws-2`,
  )
}

/** @returns undefined when there is a socket already. */
function tryListen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(path, () => resolve(server))
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}
