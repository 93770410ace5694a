import { toBase64 } from '../../core/encoding/base64.ts'
import type { Crypto } from '../../core/ports/crypto.ts'
import type { AppClientConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'

const encoder = new TextEncoder()

/**
 * A confidential client proves itself with Base64(HMAC-SHA256(secret, username + client id)).
 *
 * @param username as this request sends it, alias or not.
 * @throws NotAuthorizedException when the hash is missing, wrong or sent for a public client.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export async function checkSecretHash(
  { crypto }: { crypto: Crypto },
  client: AppClientConfig,
  username: string,
  secretHash: string | undefined,
): Promise<void> {
  if (client.secret === undefined) {
    if (secretHash === undefined) return
    throw notAuthorized(
      `Client ${client.id} is not configured for secret but secret hash was received`,
    )
  }
  if (secretHash === undefined) {
    throw notAuthorized(
      `Client ${client.id} is configured with secret but SECRET_HASH was not received`,
    )
  }

  const expected = await secretHashOf({ crypto }, client.id, client.secret, username)
  if (!crypto.equal(encoder.encode(expected), encoder.encode(secretHash))) {
    throw notAuthorized(`Unable to verify secret hash for client ${client.id}`)
  }
}

export async function secretHashOf(
  { crypto }: { crypto: Crypto },
  clientId: string,
  secret: string,
  username: string,
): Promise<string> {
  const hash = await crypto.hmacSha256(encoder.encode(secret), encoder.encode(username + clientId))
  return toBase64(hash)
}

function notAuthorized(message: string): UserPoolError {
  return new UserPoolError('NotAuthorizedException', message)
}
