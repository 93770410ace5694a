import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import type { FunctionResult, StartFunction } from '../core/ports/function-process.ts'
import { serveFunction, type WorkerRequest, type WorkerStart } from './function-worker.ts'

/** Beyond it a function ends alone: out of memory, the whole process would. */
const maxMemoryMb = 256

/**
 * A function in a worker thread: its own globals and its own environment, none of ours. It is no
 * sandbox: the code is the developer's own, and may do what the developer may.
 */
export const startFunction: StartFunction = (code, print) => {
  const workerData: WorkerStart = {
    source: code.source,
    handler: code.handler,
    functionName: code.name,
    // The AWS SDK is a package of this repository, as it is part of Lambda's runtime.
    requireFrom: join(process.cwd(), 'index.js'),
  }
  const worker = new Worker(`(${String(serveFunction)})()`, {
    eval: true,
    workerData,
    env: code.environment,
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  })
  for (const stream of [worker.stdout, worker.stderr]) {
    createInterface({ input: stream }).on('line', print)
  }

  let answer: ((result: FunctionResult) => void) | undefined
  let crash: FunctionResult | undefined
  const settle = (result: FunctionResult): void => {
    answer?.(result)
    answer = undefined
    // A warm function keeps nobody alive.
    worker.unref()
  }
  worker.on('message', settle)
  worker.on('error', (error: unknown) => (crash = crashOf(error, workerData.requireFrom)))
  worker.on('exit', (status) => settle((crash ??= exited(status))))

  const ask = (request: WorkerRequest): Promise<FunctionResult> => {
    if (crash) return Promise.resolve(crash)
    worker.ref()
    return new Promise((resolve) => {
      answer = resolve
      worker.postMessage(request)
    })
  }
  return {
    load: () => ask({ kind: 'load' }),
    call: (call) => ask({ kind: 'call', ...call }),
    isOver: () => crash !== undefined,
    async end() {
      await worker.terminate()
    },
  }
}

function crashOf(error: unknown, file: string): FunctionResult {
  const isOutOfMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (isOutOfMemory) return exitedWith('with error: signal: killed')
  if (!(error instanceof Error)) return { kind: 'crashed', message: String(error) }
  const [, after = ''] = error.stack?.split(`${file}:`) ?? []
  const [, line, column] = /^(\d+):(\d+)/.exec(after) ?? []
  const at = line === undefined ? undefined : (`${Number(line)}:${Number(column)}` as const)
  return { kind: 'crashed', message: error.message, at }
}

function exited(status: number): FunctionResult {
  return exitedWith(
    status === 0 ? 'without providing a reason' : `with error: exit status ${status}`,
  )
}

/** In Lambda's words. */
function exitedWith(how: string): FunctionResult {
  return { kind: 'exited', message: `Error: Runtime exited ${how}` }
}
