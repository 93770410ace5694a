import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'rolldown'
import { onTestFinished } from 'vitest'
import type { HoldAnswer, HoldRequest } from './hold-folder.ts'

/** A process that is up and waits to be told which folder to open. */
export interface Holder {
  hold(request: HoldRequest): Promise<HoldAnswer>
  kill(): Promise<void>
}

export interface HolderOptions {
  env?: NodeJS.ProcessEnv
  /** As on a disk that is full then: no file of it can grow beyond. */
  maxFileBytes?: number
}

/** @returns how to start such a process. */
export async function bundleHolder(): Promise<(options?: HolderOptions) => Promise<Holder>> {
  // Where packages are found from.
  const file = join('node_modules', '.cache', 'tests', 'hold-folder.mjs')
  const input = join(import.meta.dirname, 'hold-folder.ts')
  await build({ input, platform: 'node', logLevel: 'silent', output: { file } })
  return async ({ env = {}, maxFileBytes } = {}) => {
    const command =
      maxFileBytes === undefined
        ? [process.execPath, file]
        : ['bash', '-c', limited(maxFileBytes), process.execPath, file]
    const child = spawn(command[0]!, command.slice(1), {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const exited = once(child, 'exit')
    onTestFinished(() => kill(child, exited))
    await once(child, 'message')
    return {
      async hold(request) {
        const answer = once(child, 'message') as Promise<[HoldAnswer]>
        child.send(request)
        return (await answer)[0]
      },
      kill: () => kill(child, exited),
    }
  }
}

/** The signal that comes with the limit would end the process before it could say anything. */
function limited(maxFileBytes: number): string {
  return `trap '' XFSZ; ulimit -f ${maxFileBytes / 1024}; exec "$0" "$@"`
}

async function kill(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL')
  await exited
}
