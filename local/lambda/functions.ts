import type { Clock } from '../core/ports/clock.ts'
import type { StartFunction } from '../core/ports/function-process.ts'
import { FunctionError, type InvokeFunction } from '../core/ports/invoke-function.ts'
import type { Log } from '../core/ports/log.ts'
import { randomUuid, type Random } from '../core/ports/random.ts'
import type { Timer } from '../core/ports/timer.ts'
import type { Role, SessionCredentials } from '../iam/policy/policy.ts'
import type { FunctionConfig } from './config.ts'
import { createFunctionCredentials } from './credentials.ts'
import { createEnvironments } from './environments.ts'
import { failureOf, isHarmless, notPermitted, readOutcome } from './outcome.ts'
import { mayInvoke } from './permissions.ts'
import { runFunction } from './run-function.ts'
import { createSlots } from './slots.ts'
import type { LambdaSettings } from './variables.ts'

/** Where functions run, and what counts their time. */
export interface FunctionHost {
  start: StartFunction
  timer: Timer
}

export interface FunctionsOptions extends FunctionHost, LambdaSettings {
  /** Read at each call: the template may be edited while the local AWS runs. */
  functions: () => readonly FunctionConfig[]
  roles: () => readonly Role[]
  runtime: { clock: Clock; random: Random; log: Log }
}

export interface Functions {
  invoke: InvokeFunction
  /** Whose access key it is, among those that functions sign with. */
  resolveCredentials: (accessKeyId: string) => SessionCredentials | undefined
  /** Ends every function, also in the middle of a call. */
  close: () => Promise<void>
}

const maxAtOnce = 4

/** Lambda: functions of the template, run for whom their permissions name. */
export function createFunctions(options: FunctionsOptions): Functions {
  const { functions, roles, runtime, timer, start } = options
  const { clock, random } = runtime
  const credentials = createFunctionCredentials(runtime, roles)
  const environments = createEnvironments(runtime, options, credentials, start)
  const slots = createSlots(maxAtOnce)

  return {
    async invoke(arn, event, caller) {
      const config = functions().find((candidate) => candidate.arn === arn)
      if (!config) throw new FunctionError('not-found', `Function not found: ${arn}`)
      if (!mayInvoke(config, caller)) {
        throw notPermitted(
          `${caller.principal} is not authorized to perform: lambda:InvokeFunction`,
        )
      }

      const leave = await slots.take()
      try {
        const requestId = randomUuid(random)
        const occasion = occasionOf(event, requestId)
        const environment = environments.take(config, occasion)
        const call = { requestId, arn, event: JSON.stringify(event) }
        const outcome = await runFunction(timer, environment, call, config.timeoutSeconds * 1000)
        if (environment.isLoaded && isHarmless(outcome)) environments.keep(environment)
        else environments.end(environment)
        const failure = failureOf(outcome)
        if (failure !== undefined)
          runtime.log.info(`[${config.name}${occasion}] failed: ${failure}`)
        return readOutcome(outcome, { requestId, nowMs: clock.now() })
      } finally {
        leave()
      }
    },
    resolveCredentials: (accessKeyId) => credentials.resolve(accessKeyId),
    close: () => environments.close(),
  }
}

/** The trigger's event, and as much of the request id as tells two calls apart. */
function occasionOf(event: object, requestId: string): string {
  const { triggerSource } = event as { triggerSource?: unknown }
  return typeof triggerSource === 'string' ? ` ${triggerSource} ${requestId.slice(0, 8)}` : ''
}
