import { toBase64 } from '../core/encoding/base64.ts'
import type { Crypto } from '../core/ports/crypto.ts'
import { formatAmzDate } from './amz-date.ts'
import type { CredentialFault, Refusals } from './refusals.ts'
import { SignatureError } from './signature-error.ts'

const encoder = new TextEncoder()

/**
 * The words of AWS's front door, which most services have before them: all but S3 of those here.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 */
export function frontDoorRefusals(crypto: Crypto): Refusals {
  /** All that is missing; the header itself is not repeated, its hash is. */
  const incomplete: Refusals['incomplete'] = async ({ missing, authorization, hasDate }) => {
    const hash = toBase64(await crypto.sha256(encoder.encode(authorization)))
    const sentences = [
      ...missing.map((name) => `Authorization header requires '${name}' parameter.`),
      ...(hasDate
        ? []
        : ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]),
      `(Hashed with SHA-256 and encoded with Base64) Authorization=${hash}`,
    ]
    return new SignatureError('IncompleteSignatureException', sentences.join(' '))
  }

  return {
    unsigned: () =>
      new SignatureError('MissingAuthenticationTokenException', 'Missing Authentication Token'),
    signedTwice: () => invalid('A request has one signature: in its header, or in its query.'),
    unknownAlgorithm: (fault) =>
      incomplete({ ...fault, missing: ['Credential', 'Signature', 'SignedHeaders'] }),
    incomplete,
    credential: refuseCredential,
    expiry: () => invalid('X-Amz-Expires must be from 0 to 604800.'),
    unknownKey: unrecognized,
    wrongToken: unrecognized,
    expiredToken: () =>
      new SignatureError(
        'ExpiredTokenException',
        'The security token included in the request is expired',
      ),
    skewed({ claims: { amzDate, signedAtMs }, nowMs, maxSkewMs }) {
      const now = formatAmzDate(nowMs)
      const minutes = String(maxSkewMs / 60_000)
      return signedAtMs < nowMs
        ? invalid(
            `Signature expired: ${amzDate} is now earlier than ${formatAmzDate(nowMs - maxSkewMs)} (${now} - ${minutes} min.)`,
          )
        : invalid(
            `Signature not yet current: ${amzDate} is still later than ${formatAmzDate(nowMs + maxSkewMs)} (${now} + ${minutes} min.)`,
          )
    },
    unsignedHeaders: ([name = '']) =>
      invalid(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`),
    mismatch: () =>
      invalid(
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      ),
    expired: ({ expiresAtMs, nowMs }) =>
      invalid(
        `Signature expired: ${formatAmzDate(nowMs)} is now later than ${formatAmzDate(expiresAtMs)}`,
      ),
  }
}

function refuseCredential({ part, given, expected, amzDate, credential }: CredentialFault) {
  switch (part) {
    case 'elements':
      return new SignatureError(
        'IncompleteSignatureException',
        `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential.slice(0, 200)}'`,
      )
    case 'terminator':
      return invalid(
        `Credential should be scoped with a valid terminator: '${expected}', not '${given.slice(0, 200)}'.`,
      )
    case 'service':
      return invalid(`Credential should be scoped to correct service: '${expected}'.`)
    case 'region':
      return invalid(`Credential should be scoped to a valid region, not '${given}'.`)
    case 'date':
      return invalid(
        `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${given}' != '${expected}', from '${amzDate}'.`,
      )
  }
}

function unrecognized(): SignatureError {
  return new SignatureError(
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
  )
}

function invalid(message: string): SignatureError {
  return new SignatureError('InvalidSignatureException', message)
}
