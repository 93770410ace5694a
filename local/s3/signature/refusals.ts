import { toHex } from '../../core/encoding/hex.ts'
import type { SignedBy } from '../../signature-v4/claims.ts'
import type { SignatureRules } from '../../signature-v4/read-signature.ts'
import type { CredentialFault, Refusals } from '../../signature-v4/refusals.ts'
import { S3Error } from '../errors.ts'

/**
 * S3's words for requests that are not signed as they should be.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export const s3Refusals: Refusals = {
  unsigned: () => new S3Error('AccessDenied'),
  signedTwice,
  unknownAlgorithm: ({ by }) =>
    by === 'header'
      ? new S3Error('InvalidRequest', {
          message:
            'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
        })
      : queryMalformed(
          'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"',
        ),
  incomplete: ({ by, missing, hasDate }) => {
    if (by === 'query') {
      return missing.length > 0
        ? new S3Error('AuthorizationQueryParametersError')
        : queryMalformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
    }
    return missing.length === 0 && !hasDate
      ? new S3Error('AccessDenied', {
          message: 'AWS authentication requires a valid Date or x-amz-date header',
        })
      : headerMalformed(
          'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
        )
  },
  credential: refuseCredential,
  expiry: (fault) =>
    queryMalformed(
      {
        'not-a-number': 'X-Amz-Expires should be a number',
        negative: 'X-Amz-Expires must be non-negative',
        'too-long':
          'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
      }[fault],
    ),
  unknownKey: (accessKeyId) =>
    new S3Error('InvalidAccessKeyId', { details: { AWSAccessKeyId: accessKeyId } }),
  wrongToken: () => new S3Error('InvalidToken'),
  expiredToken: () => new S3Error('ExpiredToken'),
  skewed: ({ claims, nowMs, maxSkewMs }) =>
    claims.by === 'query'
      ? new S3Error('AccessDenied', {
          message: 'Request is not valid yet',
          details: { ServerTime: isoSeconds(nowMs) },
        })
      : new S3Error('RequestTimeTooSkewed', {
          details: {
            RequestTime: claims.amzDate,
            ServerTime: isoSeconds(nowMs),
            MaxAllowedSkewMilliseconds: maxSkewMs,
          },
        }),
  unsignedHeaders: (names) =>
    new S3Error('AccessDenied', {
      message: 'There were headers present in the request which were not signed',
      details: { HeadersNotSigned: names.join(', ') },
    }),
  mismatch: ({ claims, stringToSign, canonicalRequest }) =>
    new S3Error('SignatureDoesNotMatch', {
      details: {
        AWSAccessKeyId: claims.accessKeyId,
        StringToSign: stringToSign,
        SignatureProvided: claims.signature,
        StringToSignBytes: spacedHex(stringToSign),
        CanonicalRequest: canonicalRequest,
        CanonicalRequestBytes: spacedHex(canonicalRequest),
      },
    }),
  expired: ({ expiresInSeconds, expiresAtMs, nowMs }) =>
    new S3Error('AccessDenied', {
      message: 'Request has expired',
      details: {
        'X-Amz-Expires': expiresInSeconds,
        Expires: isoSeconds(expiresAtMs),
        ServerTime: isoSeconds(nowMs),
      },
    }),
}

export const s3SignatureRules: SignatureRules = {
  service: 's3',
  scopeOrder: ['date', 'service', 'terminator', 'region'],
  isPresignable: true,
  ignoresUnknownParts: false,
  refuse: s3Refusals,
}

function refuseCredential({ by, part, given, expected }: CredentialFault): S3Error {
  switch (part) {
    case 'elements':
      return malformed(
        by,
        `the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".`,
      )
    case 'date':
      return malformed(
        by,
        `Invalid credential date "${given}". This date is not the same as X-Amz-Date: "${expected}".`,
      )
    case 'service':
      return malformed(by, `incorrect service "${given}". This endpoint belongs to "${expected}".`)
    case 'terminator':
      return malformed(by, `incorrect terminal "${given}". This endpoint uses "${expected}".`)
    case 'region':
      return malformed(by, `the region '${given}' is wrong; expecting '${expected}'`, {
        Region: expected,
      })
  }
}

function malformed(by: SignedBy, reason: string, details: Record<string, string> = {}): S3Error {
  return by === 'header'
    ? headerMalformed(reason, details)
    : queryMalformed(`Error parsing the X-Amz-Credential parameter; ${reason}`, details)
}

function headerMalformed(reason: string, details: Record<string, string> = {}): S3Error {
  return new S3Error('AuthorizationHeaderMalformed', {
    message: `The authorization header is malformed; ${reason}`,
    details,
  })
}

function queryMalformed(message: string, details: Record<string, string> = {}): S3Error {
  return new S3Error('AuthorizationQueryParametersError', { message, details })
}

/** Header, query of either version: one of them. */
export function signedTwice(authorization: string): S3Error {
  return new S3Error('InvalidArgument', {
    message:
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    details: { ArgumentName: 'Authorization', ArgumentValue: authorization },
  })
}

/** The bytes of what was to be signed, for those whose eyes do not see the difference. */
export function spacedHex(text: string): string {
  return toHex(new TextEncoder().encode(text)).replace(/..(?=.)/g, '$& ')
}

export function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}/, '')
}
