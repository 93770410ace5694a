import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { LocalConfigDocument } from '../../../local/served-template.ts'

export interface LocalProcess {
  ready: {
    ready: true
    appClients: { userPoolId: string; name: string; id: string; secret?: string }[]
    config: LocalConfigDocument
    adminToken: string
    administrator: { accessKeyId: string; secretAccessKey: string }
    certificateFile?: string
  }
  stdout: () => readonly string[]
  stderr: () => string
  /** Resolves with the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

export interface FailedProcess {
  code: number | NodeJS.Signals
  stdout: string
  stderr: string
}

type Environment = Record<string, string>

/**
 * `npm run local` as its own process, up to its ready line.
 *
 * @param limits what a shell runs before it, e.g. `ulimit -n 64`.
 */
export async function startProcess(env: Environment, limits?: string): Promise<LocalProcess> {
  const { child, stderr, exited } = spawnLocal(env, [], limits)
  const lines: string[] = []
  const firstLine = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line)
      resolve(line)
    })
  })
  const failed = exited.then((code) => {
    throw new Error(`It ended with ${code} before it was ready: ${stderr()}`)
  })
  failed.catch(() => undefined)
  const line = await Promise.race([firstLine, failed])
  return {
    ready: JSON.parse(line) as LocalProcess['ready'],
    stdout: () => lines,
    stderr,
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}

/** For starts that should fail. */
export async function runProcess(env: Environment, argv: string[] = []): Promise<FailedProcess> {
  const { child, stderr, exited } = spawnLocal(env, argv)
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  return { code: await exited, stdout, stderr: stderr() }
}

function spawnLocal(env: Environment, argv: string[] = [], limits?: string) {
  const node = [process.execPath, 'local/start.mjs', ...argv]
  const [command = '', ...args] = limits
    ? ['sh', '-c', `${limits}; exec "$@"`, 'sh', ...node]
    : node
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const exited = once(child, 'close').then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
  )
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return { child, exited, stderr: () => stderr }
}
