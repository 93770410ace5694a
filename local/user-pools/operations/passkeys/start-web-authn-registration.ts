import type {
  StartWebAuthnRegistrationRequest,
  StartWebAuthnRegistrationResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { toBase64Url } from '../../../core/encoding/base64.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { algorithms } from '../../passkeys/check-registration.ts'
import { checkMayHaveAnother } from '../../passkeys/limit.ts'
import { passkeysOf } from '../../passkeys/passkeys.ts'
import { keepRegistration } from '../../passkeys/registrations.ts'
import { requireRelyingParty } from '../../passkeys/relying-party.ts'
import { requirePasskeysEnabled } from '../../passkeys/require-enabled.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { signInNameOf } from '../../users/username.ts'

type Input = With<StartWebAuthnRegistrationRequest, 'AccessToken'>

const encoder = new TextEncoder()

/**
 * StartWebAuthnRegistration: what a browser's `navigator.credentials.create()` is to be called with.
 * It is good for as long as a sign-in's session, and until it is called again.
 *
 * @throws WebAuthnNotEnabledException, WebAuthnConfigurationMissingException, LimitExceededException,
 *   NotAuthorizedException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html
 */
export async function startWebAuthnRegistration(
  input: Input,
  ctx: OperationContext,
): Promise<StartWebAuthnRegistrationResponse> {
  const { pool, client, user } = await requireAccessToken(ctx, input.AccessToken)
  requirePasskeysEnabled(pool)
  const relyingPartyId = requireRelyingParty(pool)
  checkMayHaveAnother(ctx.store, user)

  const challenge = toBase64Url(ctx.random.bytes(32))
  const expiresAtMs = ctx.clock.now() + client.authSessionSeconds * 1000
  keepRegistration(ctx, user, { challenge, clientId: client.id, relyingPartyId, expiresAtMs })
  const name = signInNameOf(pool, user)
  return {
    CredentialCreationOptions: {
      authenticatorSelection: {
        requireResidentKey: true,
        residentKey: 'required',
        userVerification: pool.passkeys.userVerification,
      },
      challenge,
      excludeCredentials: passkeysOf(ctx.store, user).map(({ id }) => ({ id, type: 'public-key' })),
      pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
      rp: { id: relyingPartyId, name: relyingPartyId },
      timeout: 60_000,
      user: { displayName: name, id: toBase64Url(encoder.encode(user.sub)), name },
    },
  }
}
