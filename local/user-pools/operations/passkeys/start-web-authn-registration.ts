import type {
  StartWebAuthnRegistrationRequest,
  StartWebAuthnRegistrationResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { beginRegistration } from '../../passkeys/register.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<StartWebAuthnRegistrationRequest, 'AccessToken'>

/**
 * StartWebAuthnRegistration: what a browser's `navigator.credentials.create()` is to be called with.
 *
 * @throws NotAuthorizedException, and those of `beginRegistration`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html
 */
export async function startWebAuthnRegistration(
  input: Input,
  ctx: OperationContext,
): Promise<StartWebAuthnRegistrationResponse> {
  const registrant = await requireAccessToken(ctx, input.AccessToken)
  return { CredentialCreationOptions: beginRegistration(ctx, registrant) }
}
