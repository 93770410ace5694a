import type { Crypto } from '../../core/ports/crypto.ts'
import type { Credentials } from '../../iam/policy/policy.ts'
import type { ResolveCredentials } from '../../signature-v4/verify-signature.ts'
import { S3Error } from '../errors.ts'

const encoder = new TextEncoder()

/**
 * Whose key it is, with the token that a temporary one needs.
 *
 * @throws InvalidAccessKeyId, InvalidToken, ExpiredToken
 */
export function findKey(
  {
    crypto,
    resolveCredentials,
    nowMs,
  }: { crypto: Crypto; resolveCredentials: ResolveCredentials; nowMs: number },
  accessKeyId: string,
  sessionToken: string | undefined,
): Credentials {
  const credentials = resolveCredentials(accessKeyId)
  if (!credentials) {
    throw new S3Error('InvalidAccessKeyId', { details: { AWSAccessKeyId: accessKeyId } })
  }
  const given = encoder.encode(sessionToken ?? '')
  if (!crypto.equal(given, encoder.encode(credentials.sessionToken ?? ''))) {
    throw new S3Error('InvalidToken')
  }
  if (nowMs >= (credentials.expiresAtMs ?? Infinity)) throw new S3Error('ExpiredToken')
  return credentials
}
