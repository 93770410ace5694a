import { toBase64 } from '../../core/encoding/base64.ts'
import type { Crypto } from '../../core/ports/crypto.ts'
import { parseAmzDate } from '../../signature-v4/amz-date.ts'
import { readCredential } from '../../signature-v4/read-signature.ts'
import { algorithm, deriveSigningKey, isSameSignature, sign } from '../../signature-v4/signature.ts'
import type { ResolveCredentials } from '../../signature-v4/verify-signature.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import { findKey } from '../signature/find-key.ts'
import { hmacSha1 } from '../signature/hmac-sha1.ts'
import type { Identity } from '../signature/identity.ts'
import { s3Refusals, s3SignatureRules, spacedHex } from '../signature/refusals.ts'
import { checkVersion2Region } from '../signature/version-2.ts'
import type { UploadForm } from './form.ts'

interface Means {
  crypto: Crypto
  resolveCredentials: ResolveCredentials
  /** Of the bucket. */
  region: string
  nowMs: number
}

const version4Fields = ['X-Amz-Signature', 'X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date']
const version2Fields = ['AWSAccessKeyId', 'Signature']

/**
 * Proves who signed a form's policy: what stands in the form is theirs as far as the policy says so.
 *
 * @throws AccessDenied for a form that nobody signed, InvalidArgument, InvalidAccessKeyId,
 *   InvalidToken, ExpiredToken, SignatureDoesNotMatch, AuthorizationQueryParametersError
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html
 */
export async function proveForm(means: Means, form: UploadForm): Promise<Identity> {
  const has = (name: string) => form.get(name) !== undefined
  const policy = form.get('policy')
  const isVersion4 = version4Fields.some(has)
  if (policy === undefined || !(isVersion4 || version2Fields.some(has))) {
    throw new S3Error('AccessDenied')
  }
  const missing = (isVersion4 ? version4Fields : version2Fields).find((name) => !form.get(name))
  if (missing !== undefined) throw missingField(missing)
  return isVersion4 ? proveVersion4(means, form, policy) : proveVersion2(means, form, policy)
}

/** @throws InvalidArgument */
export function missingField(name: string): S3Error {
  return invalidArgument(
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    name,
    '',
  )
}

async function proveVersion4(means: Means, form: UploadForm, policy: string): Promise<Identity> {
  const { crypto, region } = means
  const [signature = '', given, credential = '', amzDate = ''] = version4Fields.map(form.get)
  const signedAtMs = parseAmzDate(amzDate)
  const fault = { by: 'query', authorization: '', hasDate: signedAtMs !== undefined } as const
  if (given !== algorithm) throw await s3Refusals.unknownAlgorithm(fault)
  if (signedAtMs === undefined) throw await s3Refusals.incomplete({ ...fault, missing: [] })
  const claims = { by: 'query', credential, amzDate, region } as const
  const { accessKeyId, scope } = await readCredential(s3SignatureRules, claims)
  const credentials = findKey(means, accessKeyId, form.get('x-amz-security-token'))
  const key = await deriveSigningKey(crypto, credentials.secretAccessKey, scope)
  const expected = await sign(crypto, key, policy)
  if (!isSameSignature(crypto, expected, signature)) throw mismatch(accessKeyId, policy, signature)
  return {
    credentials,
    signed: { by: 'form', version: algorithm, signedAtMs, payloadHash: 'UNSIGNED-PAYLOAD' },
  }
}

async function proveVersion2(means: Means, form: UploadForm, policy: string): Promise<Identity> {
  const { crypto, region } = means
  checkVersion2Region(region)
  const [accessKeyId = '', signature = ''] = version2Fields.map(form.get)
  const credentials = findKey(means, accessKeyId, form.get('x-amz-security-token'))
  const expected = toBase64(await hmacSha1(crypto, credentials.secretAccessKey, policy))
  if (!isSameSignature(crypto, expected, signature)) throw mismatch(accessKeyId, policy, signature)
  return {
    credentials,
    signed: { by: 'form', version: 'AWS', payloadHash: 'UNSIGNED-PAYLOAD' },
  }
}

function mismatch(accessKeyId: string, policy: string, signature: string): S3Error {
  return new S3Error('SignatureDoesNotMatch', {
    details: {
      AWSAccessKeyId: accessKeyId,
      StringToSign: policy,
      SignatureProvided: signature,
      StringToSignBytes: spacedHex(policy),
    },
  })
}
