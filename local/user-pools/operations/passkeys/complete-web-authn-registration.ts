import type { CompleteWebAuthnRegistrationRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { finishRegistration } from '../../passkeys/register.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<CompleteWebAuthnRegistrationRequest, 'AccessToken' | 'Credential'>

/**
 * CompleteWebAuthnRegistration: keeps the passkey that the browser has made.
 *
 * @param input `Credential` is the browser's `RegistrationResponseJSON`, an object.
 * @returns `{}`: AWS's guide says an empty body, on which Amplify fails.
 * @throws NotAuthorizedException, and those of `finishRegistration`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompleteWebAuthnRegistration.html
 */
export async function completeWebAuthnRegistration(
  input: Input,
  ctx: OperationContext,
): Promise<object> {
  const registrant = await requireAccessToken(ctx, input.AccessToken)
  await finishRegistration(ctx, registrant, input.Credential)
  return {}
}
