import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'

const packages = 'firefox-esr webkit2gtk-driver xvfb xauth dbus'

interface Program {
  process: ChildProcess
  ended: Promise<unknown>
  /** Rejects when the program ends, or is not there: what waits for it is raced with this. */
  failed: Promise<never>
}

export function startProgram(command: string, args: string[], options: SpawnOptions): Program {
  const process = spawn(command, args, { ...options, stdio: 'ignore' })
  const ended = once(process, 'close').catch((error: unknown) => {
    throw new Error(`${command} cannot be started. Debian has it: apt-get install ${packages}`, {
      cause: error,
    })
  })
  const failed = ended.then(() => {
    throw new Error(`${command} ended by itself.`)
  })
  failed.catch(() => undefined)
  return { process, ended, failed }
}
