import type { DeliverMessage } from '../core/ports/message.ts'
import { randomUuid } from '../core/ports/random.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { isObject } from '../core/encoding/is-object.ts'
import { AwsJsonError } from '../http/aws-json-error.ts'
import { readBoundedBody } from '../http/read-body.ts'
import { createAdmission } from '../signature-v4/admission.ts'
import type { ResolveCredentials } from '../signature-v4/verify-signature.ts'
import { SesError } from './errors.ts'
import { readMail, sendMail } from './send-email.ts'

export interface SesOptions {
  runtime: Runtime
  /** Who may sign. */
  resolveCredentials: ResolveCredentials
  deliver: DeliverMessage
}

/** Addresses of SES's second API, at the Cognito port. */
const sesPrefix = '/v2/email/'

/** Longer mail is for attachments, which nobody reads here. */
const maxBodyBytes = 256 * 1024

/**
 * Simple Email Service, as far as functions need it that send mail: SendEmail, into the inbox.
 *
 * @returns what answers a request below `sesPrefix`, in REST and JSON.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export function createSes({ runtime, resolveCredentials, deliver }: SesOptions) {
  const { random, log } = runtime
  const admit = createAdmission({
    service: 'ses',
    operationOf: () => 'SendEmail',
    runtime,
    // An identity may be of another region than the pool.
    region: () => undefined,
    resolveCredentials,
  })

  async function answer(request: Request, pathname: string): Promise<object> {
    if (request.method !== 'POST' || pathname !== `${sesPrefix}outbound-emails`) {
      throw new SesError(
        'BadRequestException',
        'The local AWS knows SendEmail of SES, and no more.',
      )
    }
    const body = await readBoundedBody(request, maxBodyBytes)
    if (!body) throw new SesError('MessageRejected', 'The message is too long.')
    const check = await admit(request, body)
    const mail = readMail(parse(body))
    checkIdentity(check, mail.from)
    sendMail(mail, deliver)
    return { MessageId: randomUuid(random) }
  }

  return async (request: Request, pathname: string): Promise<Response> => {
    const headers = { 'x-amzn-requestid': randomUuid(random), 'cache-control': 'no-store' }
    try {
      return Response.json(await answer(request, pathname), { headers })
    } catch (error) {
      const isExpected = error instanceof AwsJsonError
      if (!isExpected) log.error('SES failed unexpectedly', error)
      const { code, status, message } = isExpected
        ? error
        : { code: 'InternalFailure', status: 500, message: 'Internal error' }
      const named = { ...headers, 'x-amzn-errortype': code }
      return Response.json({ message }, { status, headers: named })
    }
  }
}

/** An address may be an identity of its own; else its domain is. */
function checkIdentity(check: (resource: string) => void, address: string): void {
  try {
    check(`identity/${address}`)
  } catch (error) {
    try {
      check(`identity/${address.slice(address.indexOf('@') + 1)}`)
    } catch {
      throw error
    }
  }
}

function parse(body: Uint8Array): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body))
    if (isObject(json)) return json
  } catch {
    // Said below.
  }
  throw new SesError('BadRequestException', 'The request is no JSON.')
}
