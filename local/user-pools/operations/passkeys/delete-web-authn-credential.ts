import type { DeleteWebAuthnCredentialRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { With } from '../../operation.ts'
import { passkeysOf, removePasskey } from '../../passkeys/passkeys.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<DeleteWebAuthnCredentialRequest, 'AccessToken' | 'CredentialId'>

/**
 * DeleteWebAuthnCredential: one of the user's own passkeys proves nothing any more.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteWebAuthnCredential.html
 */
export async function deleteWebAuthnCredential(
  input: Input,
  ctx: OperationContext,
): Promise<object> {
  const { user } = await requireAccessToken(ctx, input.AccessToken)
  const passkey = passkeysOf(ctx.store, user).find(({ id }) => id === input.CredentialId)
  if (!passkey) {
    throw new UserPoolError('ResourceNotFoundException', 'The user has no such passkey.')
  }
  removePasskey(ctx.store, user, passkey)
  return {}
}
