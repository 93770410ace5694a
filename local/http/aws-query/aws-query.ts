import type { Log } from '../../core/ports/log.ts'
import { randomUuid, type Random } from '../../core/ports/random.ts'
import type { Service } from '../../core/ports/service.ts'
import { awsJsonCorsHeaders, awsJsonPreflight } from '../aws-json-cors.ts'
import { AwsQueryError } from './aws-query-error.ts'
import { readQueryInput } from './aws-query-input.ts'
import { readBoundedBody } from '../read-body.ts'
import { readStructure } from '../read-shape.ts'
import { xmlDocument, type XmlContent } from '../rest-xml.ts'
import type { RequestShapes } from '../service-model.ts'

/** A request as it came, for operations that have to be signed. */
export interface QueryCall {
  request: Request
  body: Uint8Array
}

/** @returns what stands in the answer's `<…Result>`. */
export type AwsQueryOperation<Context> = (
  input: Record<string, unknown>,
  context: Context,
  call: QueryCall,
) => Promise<XmlContent>

export interface AwsQueryServiceOptions<Context> {
  /** `Version` of its API. */
  version: string
  /** Of its answers. */
  xmlns: string
  operations: Readonly<Record<string, AwsQueryOperation<Context>>>
  requestShapes: RequestShapes
  /** Why an action that is not in the table is refused. */
  refuseAction: (action: string, version: string) => AwsQueryError
  /** What an error that is thrown is on the wire; undefined for faults of our own. */
  errorOf: (error: unknown) => AwsQueryError | undefined
  context: Context
  log: Log
  random: Random
}

/** A token of 20,000 characters and a policy of 2,048 are within the constraints. */
const maxBodyBytes = 64 * 1024

/**
 * A service that speaks the AWS query protocol: a form with `Action` and `Version`, posted or in the
 * query, answered in XML.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function createAwsQueryService<Context>(options: AwsQueryServiceOptions<Context>): Service {
  const { xmlns, operations, requestShapes, context, random, log } = options

  const answer = async (request: Request, requestId: string): Promise<string> => {
    const { form, body } = await readForm(request)
    const [action, version] = [form.get('Action'), form.get('Version')]
    if (!action) throw new AwsQueryError('MissingAction', 400, 'The request has no Action.')
    const operation = Object.hasOwn(operations, action) ? operations[action] : undefined
    if (!operation || version !== options.version) {
      throw options.refuseAction(action, version ?? '')
    }
    const shape = requestShapes(action)
    const faults: string[] = []
    const input = readStructure(shape, readQueryInput(shape, form), '', faults)
    if (faults.length > 0) throw new AwsQueryError('ValidationError', 400, faultsMessage(faults))
    const result = await operation(input, context, { request, body })
    return xmlDocument(
      [
        `${action}Response`,
        [
          [`${action}Result`, result],
          ['ResponseMetadata', [['RequestId', requestId]]],
        ],
      ],
      xmlns,
    )
  }

  return async (request) => {
    if (request.method === 'OPTIONS') return awsJsonPreflight()
    const requestId = randomUuid(random)
    const headers = headersOf(requestId)
    try {
      return new Response(await answer(request, requestId), { status: 200, headers })
    } catch (thrown) {
      const error = thrown instanceof AwsQueryError ? thrown : options.errorOf(thrown)
      if (!error) log.error('A query operation failed unexpectedly', thrown)
      const { code, status, message } =
        error ?? new AwsQueryError('InternalFailure', 500, 'Internal error')
      const body = errorDocument({ code, status, message }, requestId, xmlns)
      return new Response(body, { status, headers })
    }
  }
}

/** As a service that speaks the query protocol refuses. */
export function awsQueryRefusal(error: AwsQueryError, random: Random): Response {
  const requestId = randomUuid(random)
  return new Response(errorDocument(error, requestId), {
    status: error.status,
    headers: headersOf(requestId),
  })
}

function headersOf(requestId: string): Record<string, string> {
  return {
    ...awsJsonCorsHeaders,
    'content-type': 'text/xml',
    'cache-control': 'no-store',
    'x-amzn-requestid': requestId,
  }
}

function errorDocument(
  { code, status, message }: Pick<AwsQueryError, 'code' | 'status' | 'message'>,
  requestId: string,
  xmlns?: string,
): string {
  return xmlDocument(
    [
      'ErrorResponse',
      [
        [
          'Error',
          [
            ['Type', status < 500 ? 'Sender' : 'Receiver'],
            ['Code', code],
            ['Message', message],
          ],
        ],
        ['RequestId', requestId],
      ],
    ],
    xmlns,
  )
}

/** Whether a request that names no target of AWS JSON is of this protocol. */
export function isQueryRequest(request: Request): boolean {
  const type = request.headers.get('content-type') ?? ''
  return request.method === 'POST'
    ? /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)
    : request.method === 'GET' && new URL(request.url).searchParams.has('Action')
}

async function readForm(request: Request): Promise<{ form: URLSearchParams; body: Uint8Array }> {
  const form = new URL(request.url).searchParams
  const body = await readBoundedBody(request, maxBodyBytes).catch(() => {
    throw new AwsQueryError('MalformedInput', 400, 'The request’s body broke off.')
  })
  if (!body) {
    const words = `The request’s body is longer than ${maxBodyBytes} bytes.`
    throw new AwsQueryError('RequestEntityTooLarge', 413, words)
  }
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) {
    form.append(name, value)
  }
  return { form, body }
}

function faultsMessage(faults: readonly string[]): string {
  const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected: `
  return count + faults.join('; ')
}
