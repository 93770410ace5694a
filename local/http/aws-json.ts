import { checked, checksOf } from '../core/ports/checks.ts'
import type { Log } from '../core/ports/log.ts'
import { randomUuid } from '../core/ports/random.ts'
import type { Random } from '../core/ports/random.ts'
import type { Service } from '../core/ports/service.ts'
import { awsJsonCorsHeaders, awsJsonPreflight } from './aws-json-cors.ts'
import { AwsJsonError } from './aws-json-error.ts'
import { readBoundedBody } from './read-body.ts'
import { readStructure, serialization } from './read-shape.ts'
import { TextResponse } from './text-response.ts'
import type { RequestShapes } from './service-model.ts'

/** One line of a service table: what runs, and for whom. */
export interface AwsJsonOperation<Context> {
  /** An operation that resolves to undefined is answered with an empty body. */
  handle(input: Record<string, unknown>, context: Context): Promise<object | undefined>
  /**
   * Who may: asked before the body is read as JSON, with the body as it came. What it answers with is
   * asked once the input is known. Both refuse by throwing.
   */
  admit?(
    request: Request,
    body: Uint8Array,
    context: Context,
  ): Promise<(input: Readonly<Record<string, unknown>>) => void>
}

export interface AwsJsonServiceOptions<Context> {
  /** What it is called, where that is not Amazon Cognito. */
  title?: string
  /** Before the dot of `X-Amz-Target`. */
  targetPrefix: string
  operations: Readonly<Record<string, AwsJsonOperation<Context>>>
  /** Operations of the real service that are not here. */
  unsupported: readonly string[]
  /** What a request of each operation has to be; what no shape names is dropped. */
  requestShapes: RequestShapes
  /** What the service throws when constraints fail. */
  constraintError: (message: string) => AwsJsonError
  context: Context
  /** What a request adds to it. */
  contextOf?: (request: Request, context: Context) => Context
  log: Log
  random: Random
  /** Longer bodies are refused with 413. */
  maxBodyBytes?: number
}

/** Names of the members that a request of the SDK has to have. */
export type RequiredMember<Request> = {
  [Member in keyof Request]-?: Partial<Pick<Request, Member>> extends Pick<Request, Member>
    ? never
    : Member
}[keyof Request]

type Answer = { status: number; body: string; errorHeaders?: Readonly<Record<string, string>> }

/** Requests of the Cognito APIs are a few kilobytes; signed documents in them a few more. */
const defaultMaxBodyBytes = 256 * 1024

/**
 * A service that speaks AWS JSON 1.1: `POST /` with the operation in `X-Amz-Target`.
 * Errors are `{"__type":"<code>","message":"…"}`, and `__type` in the body is what Amplify reads.
 * A fault of our own is logged and answered with a fixed text: nothing of it leaves the process.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function createAwsJsonService<Context>(options: AwsJsonServiceOptions<Context>): Service {
  const answer = async (request: Request): Promise<Answer> => {
    const checks = checksOf(request)
    const name = checked(checks, 'X-Amz-Target', () => operationName(request, options))
    const operation = options.operations[name]
    if (!operation) throw new AwsJsonError('UnknownOperationException', 400)
    const body = await readBody(request, options.maxBodyBytes ?? defaultMaxBodyBytes)
    const checkAccess =
      operation.admit &&
      (await checked(checks, 'Authorization', () =>
        operation.admit?.(request, body, options.context),
      ))
    const input = checked(checks, `${name}Request`, () => {
      const json = parseBody(body)
      const faults: string[] = []
      const read = readStructure(options.requestShapes(name), json, '', faults)
      if (faults.length > 0) throw options.constraintError(constraintMessage(faults))
      return read
    })
    checkAccess?.(input)
    const context = options.contextOf?.(request, options.context) ?? options.context
    const output = await operation.handle(input, context).catch((error: unknown) => {
      // What no check of its own stands for is noted as the operation's.
      checks?.note({ name, isPassed: false }, error)
      throw error
    })
    return { status: 200, body: output === undefined ? '' : JSON.stringify(output) }
  }

  return async (request) => {
    if (request.method === 'OPTIONS') return awsJsonPreflight()
    const result = await answer(request).catch((error: unknown) => {
      if (error instanceof AwsJsonError) return errorAnswer(error)
      // Only an operation of the table gets this far, so the header is one of its names.
      options.log.error(`${request.headers.get('x-amz-target') ?? ''} failed unexpectedly`, error)
      return errorAnswer(new AwsJsonError('InternalErrorException', 500, 'Internal error'))
    })
    return responseOf(result, { 'x-amzn-requestid': randomUuid(options.random) })
  }
}

/** For what is refused before any service has it. */
export function awsJsonRefusal(
  error: AwsJsonError,
  headers: Record<string, string> = {},
): Response {
  return responseOf(errorAnswer(error), headers)
}

function responseOf(
  { status, body, errorHeaders }: Answer,
  headers: Record<string, string>,
): Response {
  return new TextResponse(body, {
    status,
    headers: {
      ...awsJsonCorsHeaders,
      'content-type': 'application/x-amz-json-1.1',
      'cache-control': 'no-store',
      ...headers,
      ...errorHeaders,
    },
  })
}

/** The operation that a request names; which of them exist is decided before anything is read. */
function operationName<Context>(request: Request, options: AwsJsonServiceOptions<Context>): string {
  const [prefix, name = '', ...rest] = (request.headers.get('x-amz-target') ?? '').split('.')
  const type = request.headers.get('content-type') ?? ''
  const isOurs = prefix === options.targetPrefix && rest.length === 0
  if (
    request.method !== 'POST' ||
    !isOurs ||
    !/^application\/x-amz-json-1\.1\s*(;|$)/i.test(type)
  ) {
    throw new AwsJsonError('UnknownOperationException', 400)
  }
  if (options.unsupported.includes(name)) {
    throw new AwsJsonError(
      'NotImplementedException',
      501,
      `${name} exists in ${options.title ?? 'Amazon Cognito'} but not in the local AWS; docs/parity.md lists what does.`,
    )
  }
  if (!Object.hasOwn(options.operations, name)) {
    throw new AwsJsonError('UnknownOperationException', 400)
  }
  return name
}

async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const bytes = await readBoundedBody(request, maxBytes).catch(() => {
    throw serialization('Request body broke off')
  })
  if (!bytes) {
    throw new AwsJsonError(
      'RequestEntityTooLargeException',
      413,
      `Request body is longer than ${maxBytes} bytes`,
    )
  }
  return bytes
}

function parseBody(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return {}
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw serialization('Request body is not valid JSON')
  }
}

function constraintMessage(faults: readonly string[]): string {
  const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected: `
  return count + faults.join('; ')
}

/** @see https://github.com/localstack/localstack/issues/3201, which quotes the headers of AWS */
function errorAnswer({ code, status, wireMessage }: AwsJsonError): Answer {
  const message = wireMessage === undefined ? {} : { message: wireMessage }
  return {
    status,
    body: JSON.stringify({ __type: code, ...message }),
    errorHeaders: {
      'x-amzn-errortype': `${code}:`,
      ...(wireMessage && { 'x-amzn-errormessage': headerText(wireMessage) }),
    },
  }
}

/** A header has one line, of visible ASCII here: a message may repeat what somebody typed. */
function headerText(message: string): string {
  return message.replaceAll(/\s+/g, ' ').replaceAll(/[^\x20-\x7e]/gu, '?')
}
