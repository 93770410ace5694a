import { toBase64 } from '../../core/encoding/base64.ts'
import type { Crypto } from '../../core/ports/crypto.ts'
import { isSameSignature } from '../../signature-v4/signature.ts'
import type { ResolveCredentials } from '../../signature-v4/verify-signature.ts'
import { S3Error } from '../errors.ts'
import type { S3Request } from '../request.ts'
import { findKey } from './find-key.ts'
import { hmacSha1 } from './hmac-sha1.ts'
import type { Identity } from './identity.ts'
import { isoSeconds, spacedHex } from './refusals.ts'

/** Regions that there were before 2014; all others know Signature Version 4 alone. */
const regions = new Set([
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-west-1',
  'sa-east-1',
  'us-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
])

/** Parts of a query that are signed as parts of the resource. */
const signedParameters = new Set([
  'accelerate',
  'acl',
  'analytics',
  'cors',
  'delete',
  'inventory',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'partNumber',
  'policy',
  'replication',
  'requestPayment',
  'restore',
  'select',
  'select-type',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
])

interface Moment {
  /** Of what there is asked for, where that is known. */
  region: string | undefined
  nowMs: number
  /** The time that clients have. */
  clientNowMs: number
}

/**
 * Proves a URL that was presigned by Signature Version 2, as boto3 does where nobody says otherwise.
 *
 * @throws AccessDenied, InvalidArgument, InvalidRequest, InvalidAccessKeyId, InvalidToken,
 *   ExpiredToken, SignatureDoesNotMatch
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html
 */
export async function proveVersion2(
  crypto: Crypto,
  resolveCredentials: ResolveCredentials,
  request: S3Request,
  { region, nowMs, clientNowMs }: Moment,
): Promise<Identity> {
  const { query } = request
  checkVersion2Region(region)
  const accessKeyId = query.get('AWSAccessKeyId')
  // A space was a plus that nobody encoded.
  const signature = query.get('Signature')?.replaceAll(' ', '+')
  const expires = query.get('Expires')
  if (!accessKeyId || !signature || !expires) {
    throw new S3Error('AccessDenied', {
      message:
        'Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters',
    })
  }
  if (!/^\d{1,12}$/.test(expires)) {
    throw new S3Error('AccessDenied', {
      message: `Invalid date (should be seconds since epoch): ${expires}`,
    })
  }
  const token = request.header('x-amz-security-token')
  const credentials = findKey({ crypto, resolveCredentials, nowMs }, accessKeyId, token)
  const text = stringToSign(request, expires)
  const expected = toBase64(await hmacSha1(crypto, credentials.secretAccessKey, text))
  if (!isSameSignature(crypto, expected, signature)) {
    throw new S3Error('SignatureDoesNotMatch', {
      details: {
        AWSAccessKeyId: accessKeyId,
        StringToSign: text,
        SignatureProvided: signature,
        StringToSignBytes: spacedHex(text),
      },
    })
  }
  const expiresAtMs = Number(expires) * 1000
  if (clientNowMs >= expiresAtMs) {
    throw new S3Error('AccessDenied', {
      message: 'Request has expired',
      details: { Expires: isoSeconds(expiresAtMs), ServerTime: isoSeconds(clientNowMs) },
    })
  }
  return {
    credentials,
    signed: {
      by: 'query',
      version: 'AWS',
      payloadHash: request.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    },
  }
}

/** @throws InvalidRequest where S3 has never known it. */
export function checkVersion2Region(region: string | undefined): void {
  if (region === undefined || regions.has(region)) return
  throw new S3Error('InvalidRequest', {
    message:
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  })
}

function stringToSign(request: S3Request, expires: string): string {
  const { method, headers } = request
  return [
    method,
    headers.get('content-md5') ?? '',
    headers.get('content-type') ?? '',
    expires,
    ...amzHeaders(request),
    request.resourcePath + signedQuery(request),
  ].join('\n')
}

/** Those of the query too, where presigners put them; what is sent as a header stands above. */
function amzHeaders({ headers, query }: S3Request): string[] {
  const inQuery = query.pairs.map(([name, value]) => [name.toLowerCase(), value] as const)
  const values = new Map([...inQuery.toReversed(), ...headers])
  return [...values]
    .filter(([name]) => name.startsWith('x-amz-'))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}:${value.trim()}`)
}

function signedQuery({ query }: S3Request): string {
  const parts = query.pairs
    .filter(([name]) => signedParameters.has(name) || name.startsWith('response-'))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .sort()
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
