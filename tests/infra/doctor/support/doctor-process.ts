import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export interface DoctorProcess {
  /** What it wrote, and the exit code, or the signal that ended it. */
  ended: Promise<{ stdout: string; stderr: string; code: number | NodeJS.Signals }>
  /** It has said what it checks, and waits for a password where it needs one. */
  begun: Promise<unknown>
  kill: (signal: NodeJS.Signals) => void
}

interface Start {
  /** Where the configuration is looked for. */
  folder: string
  /** What is piped in; undefined leaves standard input open, with nothing in it. */
  input?: string
  env?: Readonly<Record<string, string>>
}

/** The command as npm starts it, in a folder of its own. */
export function startDoctor(
  argv: readonly string[],
  { folder, input, env = {} }: Start,
): DoctorProcess {
  const child = spawn(process.execPath, [resolve('infra/doctor/doctor.mjs'), ...argv], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'pipe',
  })
  if (input !== undefined) child.stdin.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const begun = once(child.stdout, 'data')
  const ended = once(child, 'close').then(([code, signal]) => ({
    stdout,
    stderr,
    code: (code ?? signal) as number | NodeJS.Signals,
  }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { ended, begun, kill: (signal) => void child.kill(signal) }
}
