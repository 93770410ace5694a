import type {
  FunctionCall,
  FunctionCode,
  FunctionResult,
  StartFunction,
} from '../core/ports/function-process.ts'

type Callback = (error: unknown, result?: unknown) => void
type Handler = (event: unknown, context: object, callback: Callback) => unknown

const returnsNothing: FunctionResult = { kind: 'returned', json: undefined }

/**
 * A function in the realm of whoever calls it, where there are no worker threads: a service worker has
 * none. It has a `process.env`, a console and a context of its own, and shares all other globals; it has no
 * packages. Nothing can end it: one that never returns to the event loop holds up everything.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export const startFunctionInRealm: StartFunction = (code, print) => {
  let handler: Handler | undefined
  return {
    load: () =>
      Promise.resolve().then(() => {
        try {
          handler = handlerOf(code, print)
          return returnsNothing
        } catch (error) {
          return { kind: 'threw', message: nameAndMessage(error) }
        }
      }),
    call: (call) => new Promise((resolve) => run(handler, code, call, resolve)),
    isOver: () => false,
    end: () => Promise.resolve(),
  }
}

function handlerOf({ source, handler, environment }: FunctionCode, print: Print): Handler {
  const module = { exports: {} as Record<string, unknown> }
  const names = ['exports', 'require', 'module', '__filename', '__dirname', 'process', 'console']
  // The template's own code, which is here to be run.
  // oxlint-disable-next-line typescript/no-implied-eval
  const evaluate = new Function(...names, source) as (...values: unknown[]) => void
  const own = [module.exports, refuse, module, '/var/task/index.js', '/var/task']
  evaluate.call(module.exports, ...own, { env: { ...environment } }, consoleOf(print))
  const exported = module.exports[handler.replace(/^index\./, '')]
  if (typeof exported === 'function') return exported as Handler
  throw new NotExportedError(`${handler} is undefined or not exported`)
}

/** Told in Lambda's words, without the name of an error. */
class NotExportedError extends Error {}

function refuse(name: string): never {
  throw new Error(`Cannot find module '${name}'`)
}

/** A promise answers; a handler without one answers by the callback, or with nothing if it takes none. */
function run(
  handler: Handler | undefined,
  { name }: FunctionCode,
  { requestId, arn, event, limitMs }: FunctionCall,
  answer: (result: FunctionResult) => void,
): void {
  const deadline = performance.now() + limitMs
  const succeed = (value: unknown) => answer(returned(value))
  const fail = (error: unknown) => answer(threw(error))
  const callback: Callback = (error, result) => {
    if (error === null || error === undefined) succeed(result)
    else fail(error)
  }
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: requestId,
    memoryLimitInMB: '128',
    getRemainingTimeInMillis: () => Math.max(0, Math.ceil(deadline - performance.now())),
    done: callback,
    fail,
    succeed,
  }
  try {
    const result = handler?.(JSON.parse(event), context, callback)
    if (isThenable(result)) result.then(succeed, fail)
    else if ((handler?.length ?? 0) < 3) answer(returnsNothing)
  } catch (error) {
    fail(error)
  }
}

function returned(value: unknown): FunctionResult {
  try {
    return { kind: 'returned', json: JSON.stringify(value) }
  } catch {
    return { kind: 'threw', message: 'Unable to stringify response body' }
  }
}

function threw(error: unknown): FunctionResult {
  return { kind: 'threw', message: error instanceof Error ? error.message : text(error) }
}

function nameAndMessage(error: unknown): string {
  if (error instanceof NotExportedError) return error.message
  return error instanceof Error ? `${error.name}: ${error.message}` : text(error)
}

type Print = (line: string) => void

function consoleOf(print: Print): object {
  const write = (...values: unknown[]) => {
    for (const line of values.map(text).join(' ').split('\n')) print(line)
  }
  return { debug: write, error: write, info: write, log: write, warn: write }
}

function text(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function'
}
