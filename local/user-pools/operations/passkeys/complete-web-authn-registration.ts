import type { CompleteWebAuthnRegistrationRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import type { With } from '../../operation.ts'
import { challengeNotFound, checkRegistration } from '../../passkeys/check-registration.ts'
import { checkMayHaveAnother } from '../../passkeys/limit.ts'
import { keepPasskey, passkeysOf } from '../../passkeys/passkeys.ts'
import { readRegistrationResponse } from '../../passkeys/read-response.ts'
import { findRegistration, removeRegistration } from '../../passkeys/registrations.ts'
import { requirePasskeysEnabled } from '../../passkeys/require-enabled.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<CompleteWebAuthnRegistrationRequest, 'AccessToken' | 'Credential'>

/**
 * CompleteWebAuthnRegistration: keeps the passkey that the browser has made for the newest
 * registration of the user. A registration makes one passkey; a refused answer leaves it open.
 *
 * @param input `Credential` is the browser's `RegistrationResponseJSON`, an object.
 * @returns `{}`: AWS's guide says an empty body, on which Amplify fails.
 * @throws WebAuthnNotEnabledException, WebAuthnClientMismatchException, LimitExceededException,
 *   NotAuthorizedException, and those of `checkRegistration`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompleteWebAuthnRegistration.html
 */
export async function completeWebAuthnRegistration(
  input: Input,
  ctx: OperationContext,
): Promise<object> {
  const { pool, client, user: caller } = await requireAccessToken(ctx, input.AccessToken)
  requirePasskeysEnabled(pool)
  const registration = findRegistration(ctx, caller)
  if (!registration) throw challengeNotFound()
  if (registration.clientId !== client.id) {
    throw new UserPoolError(
      'WebAuthnClientMismatchException',
      'The registration was started by another app client.',
    )
  }
  const response = readRegistrationResponse(input.Credential)
  if (!response) throw invalidParameter('Credential is not a registration response.')
  const { challenge, relyingPartyId } = registration
  const requireUserVerification = pool.passkeys.userVerification === 'required'
  const expected = { challenge, relyingPartyId, requireUserVerification }
  const passkey = await checkRegistration(ctx.crypto, response, expected)

  // While it was checked, another answer or another start may have come.
  const user = requireCurrent(ctx.users, pool, caller)
  if (findRegistration(ctx, user)?.challenge !== challenge) throw challengeNotFound()
  checkMayHaveAnother(ctx.store, user)
  if (passkeysOf(ctx.store, user).some(({ id }) => id === passkey.id)) {
    throw invalidParameter('The user has this passkey already.')
  }
  ctx.store.transaction(() => {
    removeRegistration(ctx.store, user)
    keepPasskey(ctx.store, user, { ...passkey, createdAtMs: ctx.clock.now() })
  })
  return {}
}
