import { randomUuid, type Random } from '../../core/ports/random.ts'
import { awsJsonRefusal } from '../../http/aws-json.ts'
import { AwsJsonError } from '../../http/aws-json-error.ts'
import { awsQueryRefusal } from '../../http/aws-query/aws-query.ts'
import { AwsQueryError } from '../../http/aws-query/aws-query-error.ts'
import { html } from '../../http/html.ts'
import { htmlResponse } from '../../http/html-response.ts'
import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import type { RequestName } from '../requests/request-name.ts'
import type { Refusal } from './fault.ts'

interface Answering {
  random: Random
  /** What S3 allows to the page that asks: without it, a browser shows no error of S3's at all. */
  s3Cors: (request: Request) => Readonly<Record<string, string>>
}

/** A refusal in the protocol of the service that a request is for. */
export function answerRefusal(
  { status, code, message }: Refusal,
  { service, operation }: RequestName,
  request: Request,
  { random, s3Cors }: Answering,
): Response {
  switch (service) {
    case 'cognito-idp':
    case 'cognito-identity':
    case 'kms':
      return awsJsonRefusal(new AwsJsonError(code, status, message), {
        'x-amzn-requestid': randomUuid(random),
      })
    case 'ses':
      return Response.json({ message }, { status, headers: { 'x-amzn-errortype': code } })
    case 'sts':
      return awsQueryRefusal(new AwsQueryError(code, status, message), random)
    case 's3': {
      const requestId = randomUuid(random).replaceAll('-', '').slice(0, 16).toUpperCase()
      const document = xmlDocument([
        'Error',
        [
          ['Code', code],
          ['Message', message],
          ['RequestId', requestId],
        ],
      ])
      return new Response(request.method === 'HEAD' ? null : document, {
        status,
        headers: { ...xmlHeaders, ...s3Cors(request), 'x-amz-request-id': requestId },
      })
    }
    default:
      return isForPrograms(operation)
        ? Response.json(
            { error: code, error_description: message },
            {
              status,
              headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
            },
          )
        : htmlResponse(refusedPage(status, message), { status })
  }
}

function isForPrograms(operation: string): boolean {
  return /\/(?:token|revoke|userinfo|me)$|\/(?:jwks|certs|keys|\.well-known)\b/i.test(operation)
}

/** AWS has no page of its own for this: browsers get a bare one. */
function refusedPage(status: number, message: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${String(status)}</title>
      </head>
      <body>
        <h1>${String(status)}</h1>
        <p>${message}</p>
      </body>
    </html> `
}
