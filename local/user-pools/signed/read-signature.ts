import { toBase64 } from '../../core/encoding/base64.ts'
import type { Crypto } from '../../core/ports/crypto.ts'
import { parseAmzDate, type CredentialScope } from '../../core/crypto/sigv4.ts'
import { SignatureError } from './signature-error.ts'

/** The claims of a signed request, well-formed, nothing verified. */
export interface Signature {
  accessKeyId: string
  scope: CredentialScope
  /** Lower case. */
  signedHeaders: readonly string[]
  /** Lower-case hex. */
  signature: string
  amzDate: string
  signedAtMs: number
  sessionToken: string
}

/**
 * Reads the headers of Signature Version 4.
 *
 * @throws MissingAuthenticationTokenException, IncompleteSignatureException
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export async function readSignature(crypto: Crypto, { headers }: Request): Promise<Signature> {
  const authorization = headers.get('authorization')
  if (authorization === null) {
    throw new SignatureError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
  const fields = readFields(authorization)
  const [credential, signature, signedHeaders] = required.map((name) => fields.get(name) ?? '')
  const amzDate = headers.get('x-amz-date') ?? ''
  const signedAtMs = parseAmzDate(amzDate)
  if (!credential || !signature || !signedHeaders || signedAtMs === undefined) {
    const missing = required.filter((name) => !fields.get(name))
    throw incomplete(missing, signedAtMs === undefined, await digest(crypto, authorization))
  }
  return {
    ...readCredential(credential),
    signedHeaders: signedHeaders.toLowerCase().split(';'),
    signature,
    amzDate,
    signedAtMs,
    sessionToken: headers.get('x-amz-security-token') ?? '',
  }
}

const required = ['Credential', 'Signature', 'SignedHeaders']

function readFields(authorization: string): ReadonlyMap<string, string> {
  const [algorithm, ...rest] = authorization.split(' ')
  if (algorithm !== 'AWS4-HMAC-SHA256') return new Map()
  const fields = rest.join(' ').split(',')
  return new Map(
    fields.map((field) => {
      const [name = '', ...value] = field.trim().split('=')
      return [name, value.join('=')]
    }),
  )
}

function readCredential(credential: string): Pick<Signature, 'accessKeyId' | 'scope'> {
  const [accessKeyId, date, region, service, terminator, ...rest] = credential.split('/')
  const isWhole = accessKeyId && date && region && service && terminator && rest.length === 0
  if (!isWhole) {
    throw new SignatureError(
      'IncompleteSignatureException',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential.slice(0, 200)}'`,
    )
  }
  if (terminator !== 'aws4_request') {
    throw new SignatureError(
      'InvalidSignatureException',
      `Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator.slice(0, 200)}'.`,
    )
  }
  return { accessKeyId, scope: { date, region, service } }
}

/** All that is missing, in AWS's words; the header itself is not repeated, its hash is. */
function incomplete(missing: readonly string[], lacksDate: boolean, hash: string): SignatureError {
  const sentences = [
    ...missing.map((name) => `Authorization header requires '${name}' parameter.`),
    ...(lacksDate
      ? ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]
      : []),
    `(Hashed with SHA-256 and encoded with Base64) Authorization=${hash}`,
  ]
  return new SignatureError('IncompleteSignatureException', sentences.join(' '))
}

async function digest(crypto: Crypto, text: string): Promise<string> {
  return toBase64(await crypto.sha256(new TextEncoder().encode(text)))
}
