import { parseAmzDate, type CredentialScope } from '../../core/crypto/sigv4.ts'
import { S3Error } from '../errors.ts'
import type { S3Request } from '../request.ts'

/** The claims of a signed request, read and well-formed, nothing verified. */
export interface SignedRequest {
  by: 'header' | 'query'
  accessKeyId: string
  scope: CredentialScope
  /** Lower case, as they stood. */
  signedHeaders: readonly string[]
  signature: string
  amzDate: string
  signedAtMs: number
  sessionToken: string | undefined
  payloadHash: string
  /** Presigned requests only. */
  expiresInSeconds?: number
}

/** A stranger's request: of a bucket that is there it hears AccessDenied, of another NoSuchBucket. */
export function isUnsigned({ headers, query }: S3Request): boolean {
  return !headers.has('authorization') && !query.has('X-Amz-Algorithm')
}

/**
 * @throws AccessDenied for a request without a signature, and what its two readers throw.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export function readSignedRequest(request: S3Request): SignedRequest {
  const authorization = request.headers.get('authorization')
  if (request.query.has('X-Amz-Algorithm')) {
    if (authorization === null) return readPresignedQuery(request)
    throw new S3Error('InvalidArgument', {
      message:
        'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
      details: { ArgumentName: 'Authorization', ArgumentValue: authorization },
    })
  }
  if (authorization === null) throw new S3Error('AccessDenied')
  return readAuthorizationHeader(request, authorization)
}

/** @throws InvalidRequest, AuthorizationHeaderMalformed, AccessDenied */
function readAuthorizationHeader(request: S3Request, authorization: string): SignedRequest {
  const [algorithm, fields] = splitOnce(authorization, ' ')
  if (algorithm !== 'AWS4-HMAC-SHA256') {
    throw new S3Error('InvalidRequest', {
      message:
        'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    })
  }
  const parts = new Map(fields.split(',').map((field) => splitOnce(field.trim(), '=')))
  const credential = parts.get('Credential')
  const signedHeaders = parts.get('SignedHeaders')
  const signature = parts.get('Signature')
  if (parts.size !== 3 || !credential || !signedHeaders || !signature) {
    throw headerMalformed(
      'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
    )
  }
  const amzDate = request.headers.get('x-amz-date') ?? httpDate(request.headers.get('date'))
  const signedAtMs = amzDate === undefined ? undefined : parseAmzDate(amzDate)
  if (amzDate === undefined || signedAtMs === undefined) {
    throw new S3Error('AccessDenied', {
      message: 'AWS authentication requires a valid Date or x-amz-date header',
    })
  }
  const payloadHash = request.headers.get('x-amz-content-sha256')
  if (payloadHash === null) {
    throw new S3Error('InvalidRequest', {
      message: 'Missing required header for this request: x-amz-content-sha256',
    })
  }
  return {
    by: 'header',
    ...readCredential(credential, amzDate, headerMalformed),
    signedHeaders: signedHeaders.split(';'),
    signature,
    amzDate,
    signedAtMs,
    sessionToken: request.headers.get('x-amz-security-token') ?? undefined,
    payloadHash,
  }
}

/** @throws AuthorizationQueryParametersError */
function readPresignedQuery(request: S3Request): SignedRequest {
  const { query } = request
  const amzDate = query.get('X-Amz-Date')
  const credential = query.get('X-Amz-Credential')
  const signedHeaders = query.get('X-Amz-SignedHeaders')
  const signature = query.get('X-Amz-Signature')
  const expires = query.get('X-Amz-Expires')
  if (!amzDate || !credential || !signedHeaders || !signature || !expires) {
    throw new S3Error('AuthorizationQueryParametersError')
  }
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw queryMalformed(
      'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
    )
  }
  const signedAtMs = parseAmzDate(amzDate)
  if (signedAtMs === undefined) {
    throw queryMalformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
  }
  return {
    by: 'query',
    ...readCredential(credential, amzDate, (reason) =>
      queryMalformed(`Error parsing the X-Amz-Credential parameter; ${reason}`),
    ),
    signedHeaders: signedHeaders.split(';'),
    signature,
    amzDate,
    signedAtMs,
    sessionToken: query.get('X-Amz-Security-Token'),
    payloadHash: request.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    expiresInSeconds: readExpires(expires),
  }
}

/** A week at most. */
function readExpires(text: string): number {
  if (!/^-?\d+$/.test(text)) throw queryMalformed('X-Amz-Expires should be a number')
  const seconds = Number(text)
  if (seconds < 0) throw queryMalformed('X-Amz-Expires must be non-negative')
  if (seconds > 604_800) {
    throw queryMalformed(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    )
  }
  return seconds
}

function readCredential(
  credential: string,
  amzDate: string,
  malformed: (reason: string) => S3Error,
): { accessKeyId: string; scope: CredentialScope } {
  const [accessKeyId, date, region, service, terminator, ...rest] = credential.split('/')
  if (!accessKeyId || !date || !region || !service || terminator === undefined || rest.length > 0) {
    throw malformed(
      `the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".`,
    )
  }
  if (date !== amzDate.slice(0, 8)) {
    throw malformed(
      `Invalid credential date "${date}". This date is not the same as X-Amz-Date: "${amzDate.slice(0, 8)}".`,
    )
  }
  if (service !== 's3') {
    throw malformed(`incorrect service "${service}". This endpoint belongs to "s3".`)
  }
  if (terminator !== 'aws4_request') {
    throw malformed(`incorrect terminal "${terminator}". This endpoint uses "aws4_request".`)
  }
  return { accessKeyId, scope: { date, region, service } }
}

/** `Date` stands in for `x-amz-date`: RFC 9110's form, to the second. */
function httpDate(date: string | null): string | undefined {
  const time = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(time)) return undefined
  return new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function headerMalformed(reason: string): S3Error {
  return new S3Error('AuthorizationHeaderMalformed', {
    message: `The authorization header is malformed; ${reason}`,
  })
}

function queryMalformed(message: string): S3Error {
  return new S3Error('AuthorizationQueryParametersError', { message })
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator)
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)]
}
