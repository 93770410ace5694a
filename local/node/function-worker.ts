import type { FunctionCall, FunctionResult, SourcePlace } from '../core/ports/function-process.ts'

/** What a worker is told. */
export interface WorkerStart {
  source: string
  handler: string
  functionName: string
  /** A file in the folder that packages are looked up from; it need not exist. */
  requireFrom: string
}

/** The next thing to do; each is answered by one `FunctionResult`. */
export type WorkerRequest = { kind: 'load' } | ({ kind: 'call' } & FunctionCall)

/**
 * The whole of a worker's program: what Lambda's runtime for Node.js does with a function.
 *
 * It is sent to the worker as its own text (`String(serveFunction)`), since the local AWS may be one
 * bundled file without any other beside it. So it can use nothing from outside itself.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export function serveFunction(): void {
  type Handler = (event: unknown, context: object, callback: Callback) => unknown
  type Callback = (error: unknown, result?: unknown) => void

  const { createRequire } = process.getBuiltinModule('node:module')
  const { compileFunction, constants } = process.getBuiltinModule('node:vm')
  const { parentPort, ...threads } = process.getBuiltinModule('node:worker_threads')
  const start = threads.workerData as WorkerStart
  if (!parentPort) return
  const port = parentPort

  let handler: Handler | undefined
  let answer: ((result: FunctionResult) => void) | undefined
  /** What to answer with when there is nothing left that could answer. */
  let held: FunctionResult = { kind: 'returned', json: undefined }

  function load(): FunctionResult {
    try {
      const exported = evaluate()[start.handler.replace(/^index\./, '')]
      if (typeof exported !== 'function') {
        return { kind: 'threw', message: `${start.handler} is undefined or not exported` }
      }
      handler = exported as Handler
      return { kind: 'returned', json: undefined }
    } catch (error) {
      return { kind: 'threw', message: nameAndMessage(error), at: placeOf(error) }
    }
  }

  function evaluate(): Record<string, unknown> {
    const module = { exports: {} as Record<string, unknown> }
    const names = ['exports', 'require', 'module', '__filename', '__dirname']
    const filename = start.requireFrom
    const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
    const options = { filename, importModuleDynamically }
    const run = compileFunction(start.source, names, options) as (...values: unknown[]) => void
    const require = createRequire(filename)
    run.call(module.exports, module.exports, require, module, '/var/task/index.js', '/var/task')
    return module.exports
  }

  /** A promise answers; a handler without one answers by the callback, or with nothing at last. */
  function call({ requestId, arn, event, limitMs }: FunctionCall): void {
    const deadline = performance.now() + limitMs
    const callback: Callback = (error, result) => {
      held = error === null || error === undefined ? returned(result) : threw(error)
      if (!context.callbackWaitsForEmptyEventLoop) settle(held)
    }
    const context = {
      awsRequestId: requestId,
      /** While it is true, the answer goes out when nothing is left to do. */
      callbackWaitsForEmptyEventLoop: true,
      functionName: start.functionName,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      logGroupName: `/aws/lambda/${start.functionName}`,
      logStreamName: requestId,
      memoryLimitInMB: '128',
      getRemainingTimeInMillis: () => Math.max(0, Math.ceil(deadline - performance.now())),
      done: callback,
      fail: (error: unknown) => settle(threw(error)),
      succeed: (result: unknown) => settle(returned(result)),
    }
    held = { kind: 'returned', json: undefined }
    try {
      const result = handler?.(JSON.parse(event), context, callback)
      if (isThenable(result)) {
        result.then(
          (value) => settle(returned(value)),
          (error: unknown) => settle(threw(error)),
        )
      }
    } catch (error) {
      settle(threw(error))
    }
  }

  function settle(result: FunctionResult): void {
    answer?.(result)
    answer = undefined
  }

  function returned(value: unknown): FunctionResult {
    try {
      return { kind: 'returned', json: JSON.stringify(value) }
    } catch {
      return { kind: 'threw', message: 'Unable to stringify response body' }
    }
  }

  function threw(error: unknown): FunctionResult {
    const message = error instanceof Error ? error.message : text(error)
    return { kind: 'threw', message, at: placeOf(error) }
  }

  /** Of the first frame in the source: V8 names a file in each, and one that cannot be parsed in front. */
  function placeOf(error: unknown): SourcePlace | undefined {
    const stack = error instanceof Error ? (error.stack ?? '') : ''
    const [, after = ''] = stack.split(`${start.requireFrom}:`)
    const [, line, column = '1'] = /^(\d+)(?::(\d+))?/.exec(after) ?? []
    return line === undefined ? undefined : `${Number(line)}:${Number(column)}`
  }

  function nameAndMessage(error: unknown): string {
    return error instanceof Error ? `${error.name}: ${error.message}` : text(error)
  }

  function text(value: unknown): string {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
  }

  function isThenable(value: unknown): value is PromiseLike<unknown> {
    return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function'
  }

  port.on('message', (request: WorkerRequest) => {
    const reply = (result: FunctionResult) => {
      port.ref()
      port.postMessage(result)
    }
    if (request.kind === 'load') return reply(load())
    answer = reply
    // From here on the function alone keeps the worker awake.
    port.unref()
    call(request)
  })

  process.on('beforeExit', () => settle(held))
}
