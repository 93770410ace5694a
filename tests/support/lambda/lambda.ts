import type {
  FunctionCode,
  FunctionProcess,
  FunctionResult,
} from '../../../local/core/ports/function-process.ts'
import { createFunctions } from '../../../local/lambda/functions.ts'
import { functionConfig, functionRole, poolCaller } from './function-config.ts'
import { createManualTimer } from '../core/manual-timer.ts'
import { createTestRuntime } from '../core/test-runtime.ts'

const { arn } = functionConfig()
const loaded: FunctionResult = { kind: 'returned', json: undefined }

interface Started {
  code: FunctionCode
  calls: string[]
  hasEnded: boolean
  isOver: boolean
  answer: (result: FunctionResult) => void
}

/** Functions whose processes answer when and what a test says. */
export function startLambda({ load = () => Promise.resolve(loaded) } = {}) {
  const started: Started[] = []
  const runtime = createTestRuntime()
  const manual = createManualTimer()
  const functions = [functionConfig()]
  const roles = [functionRole()]
  const { invoke, resolveCredentials, close } = createFunctions({
    functions: () => functions,
    roles: () => roles,
    runtime,
    region: 'us-east-1',
    endpointUrl: 'http://localhost:9229',
    s3EndpointUrl: 'http://127.0.0.1:9230',
    timer: manual.timer,
    start(code, print) {
      const one: Started = {
        code,
        calls: [],
        hasEnded: false,
        isOver: false,
        answer: () => undefined,
      }
      started.push(one)
      print('ready')
      const process: FunctionProcess = {
        load,
        call: ({ event }) => {
          one.calls.push(event)
          return new Promise((resolve) => (one.answer = resolve))
        },
        isOver: () => one.isOver,
        end: () => {
          one.hasEnded = true
          return Promise.resolve()
        },
      }
      return process
    },
  })
  const greet = (event: object = {}) => invoke(arn, event, poolCaller)
  return { invoke, greet, resolveCredentials, close, started, runtime, manual, functions, roles }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

export function returned(value: unknown): FunctionResult {
  return { kind: 'returned', json: JSON.stringify(value) }
}
