import type {
  ListWebAuthnCredentialsRequest,
  WebAuthnCredentialDescription,
} from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { passkeysOf, type Passkey } from '../../passkeys/passkeys.ts'
import { pageOf } from '../../pools/page.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

const mostOnAPage = 20

type Input = With<ListWebAuthnCredentialsRequest, 'AccessToken'>

/**
 * ListWebAuthnCredentials: the passkeys of the user.
 *
 * @throws NotAuthorizedException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListWebAuthnCredentials.html
 */
export async function listWebAuthnCredentials(
  input: Input,
  ctx: OperationContext,
): Promise<object> {
  const { user } = await requireAccessToken(ctx, input.AccessToken)
  const passkeys = passkeysOf(ctx.store, user)
  const { page, ...next } = pageOf(passkeys, input.MaxResults || mostOnAPage, input.NextToken)
  return { Credentials: page.map(describe), ...next }
}

function describe(passkey: Passkey): Omit<WebAuthnCredentialDescription, 'CreatedAt'> & {
  CreatedAt: number
} {
  const { attachment } = passkey
  return {
    AuthenticatorAttachment: attachment,
    AuthenticatorTransports: [...passkey.transports],
    CreatedAt: passkey.createdAtMs / 1000,
    CredentialId: passkey.id,
    FriendlyCredentialName: attachment === 'platform' ? 'Platform passkey' : 'Roaming passkey',
    RelyingPartyId: passkey.relyingPartyId,
  }
}
