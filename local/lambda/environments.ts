import type { Clock } from '../core/ports/clock.ts'
import type { FunctionProcess, StartFunction } from '../core/ports/function-process.ts'
import { FunctionError } from '../core/ports/invoke-function.ts'
import type { Log } from '../core/ports/log.ts'
import type { FunctionConfig } from './config.ts'
import type { FunctionCredentials } from './credentials.ts'
import { notPermitted } from './outcome.ts'
import { variablesOf, type LambdaSettings } from './variables.ts'

/** A function's process, with what it was started with. */
export interface Environment {
  process: FunctionProcess
  isLoaded: boolean
  config: FunctionConfig
  expiresAtMs: number
  /** What it is called for, or was last: its lines are printed with it. */
  call: { occasion: string }
}

/**
 * Processes wait for their function's next call, since starting one takes a moment: as many as ran at
 * once, or those that came to nothing would be started anew for each of as many people.
 */
export interface Environments {
  /**
   * One that waits, or a new one.
   *
   * @throws FunctionError when the role is gone.
   */
  take(config: FunctionConfig, occasion: string): Environment
  /** Lets it wait. */
  keep(environment: Environment): void
  end(environment: Environment): void
  /** Ends all of them, also in the middle of a call. */
  close(): Promise<void>
}

/** It is not used again when its credentials would end within a call and some. */
const marginMs = 60_000

export function createEnvironments(
  { clock, log }: { clock: Clock; log: Log },
  settings: LambdaSettings,
  credentials: FunctionCredentials,
  start: StartFunction,
): Environments {
  const waiting = new Map<string, Environment[]>()
  const alive = new Set<Environment>()
  let isClosed = false

  const end = (environment: Environment): void => {
    alive.delete(environment)
    void environment.process.end()
  }

  function isGood({ process, ...started }: Environment, config: FunctionConfig): boolean {
    return !process.isOver() && isSame(started.config, config) && clock.now() < started.expiresAtMs
  }

  function startNew(config: FunctionConfig, occasion: string): Environment {
    if (isClosed) throw new FunctionError('crashed', 'The local AWS is closing')
    const issued = credentials.issue(config)
    if (!issued)
      throw notPermitted('The role defined for the function cannot be assumed by Lambda.')
    const { name, source, handler } = config
    const environment = variablesOf(config, settings, issued)
    const call = { occasion }
    const process = start({ name, source, handler, environment }, (line) =>
      log.info(`[${name}${call.occasion}] ${line}`),
    )
    const expiresAtMs = issued.expiresAtMs - marginMs
    const started: Environment = { process, isLoaded: false, config, expiresAtMs, call }
    alive.add(started)
    return started
  }

  return {
    take(config, occasion) {
      const idle = waiting.get(config.arn) ?? []
      for (let found = idle.pop(); found; found = idle.pop()) {
        if (isGood(found, config)) {
          found.call.occasion = occasion
          return found
        }
        end(found)
      }
      return startNew(config, occasion)
    },
    keep(environment) {
      const { arn } = environment.config
      if (!alive.has(environment)) return
      const idle = waiting.get(arn)
      if (idle) idle.push(environment)
      else waiting.set(arn, [environment])
    },
    end,
    async close() {
      isClosed = true
      const ending = [...alive]
      alive.clear()
      waiting.clear()
      await Promise.all(ending.map(({ process }) => process.end()))
    },
  }
}

/** The template may have been edited since. Who may call is looked at with each call anyway. */
function isSame(left: FunctionConfig, right: FunctionConfig): boolean {
  const text = ({ permissions: _, ...config }: FunctionConfig) => JSON.stringify(config)
  return text(left) === text(right)
}
