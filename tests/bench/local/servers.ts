import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { LocalConfigDocument } from '../../../local/served-template.ts'

export interface Server {
  /** From spawn to the first answer. */
  startMs: number
  pid: number
  stop(): Promise<void>
}

export interface LocalServer extends Server {
  config: LocalConfigDocument
  adminToken: string
  cognitoPort: number
  s3Port: number
}

/** `npm run local` on ports of its own, as a child process. */
export async function startLocal(
  port: number,
  data: string,
  template = 'infra/template.yaml',
): Promise<LocalServer> {
  let output = ''
  let tellReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => (tellReady = resolve))
  const server = await startServer(
    ['local/start.mjs'],
    port,
    { LOCAL_AWS_PORT: String(port), LOCAL_AWS_DATA: data, LOCAL_AWS_TEMPLATE: template },
    (chunk) => {
      output += chunk
      if (output.includes('\n')) tellReady()
    },
  )
  // The first answer and the ready line come by different ways.
  await ready
  const { config, adminToken } = JSON.parse(output) as Pick<LocalServer, 'config' | 'adminToken'>
  return { ...server, config, adminToken, cognitoPort: port, s3Port: port + 1 }
}

/** Any server in Node, up to its first answer on `port`, whatever its status. */
export async function startServer(
  argv: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
  onOutput: (chunk: string) => void = () => undefined,
  cwd = '.',
): Promise<Server> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, argv, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', (chunk: Buffer) => onOutput(chunk.toString()))
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  await firstAnswer(port, child).catch((error: unknown) => {
    throw new Error(`${argv.join(' ')}: ${complaint}`, { cause: error })
  })
  return {
    startMs: performance.now() - startedAt,
    pid: child.pid ?? 0,
    async stop() {
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}

async function firstAnswer(port: number, child: ChildProcess): Promise<void> {
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/** One byte of an answer to a request that every server here understands. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST / HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\ncontent-length: 2\r\n` +
          'x-amz-target: AWSCognitoIdentityProviderService.GetUser\r\n' +
          'content-type: application/x-amz-json-1.1\r\n\r\n{}',
      )
    })
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}

/** Processor time so far, of all its threads, in ms; NaN where Linux does not tell. */
export function cpuMsOf({ pid }: Server): number {
  if (process.platform !== 'linux') return Number.NaN
  // After the name, which may have spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = fields.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) * clockTickMs
}

/** The kernel's, as it tells programs: a hundredth of a second on every architecture. */
const clockTickMs = 10

/** Resident memory now, and the most there ever was, where Linux tells. */
export function memoryOf({ pid }: Server): { nowMB: number; peakMB: number } {
  const status = process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  const read = (key: string) =>
    Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1000
  return { nowMB: read('VmRSS'), peakMB: read('VmHWM') }
}
