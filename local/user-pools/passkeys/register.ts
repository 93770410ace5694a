import { toBase64Url } from '../../core/encoding/base64.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { signInNameOf } from '../users/username.ts'
import { requireCurrent } from '../users/users.ts'
import { algorithms, challengeNotFound, checkRegistration } from './check-registration.ts'
import { checkMayHaveAnother } from './limit.ts'
import { keepPasskey, passkeysOf } from './passkeys.ts'
import { readRegistrationResponse } from './read-response.ts'
import { findRegistration, keepRegistration, removeRegistration } from './registrations.ts'
import { requireRelyingParty } from './relying-party.ts'
import { requirePasskeysEnabled } from './require-enabled.ts'

/** Whose passkey is to be made, and at which app client. */
export interface Registrant extends ClientOfPool {
  user: UserRecord
}

const encoder = new TextEncoder()

/**
 * What a browser's `navigator.credentials.create()` is to be called with. It is good for as long as
 * a sign-in's session, and until it is asked for again. API and domain begin by it.
 *
 * @throws WebAuthnNotEnabledException, WebAuthnConfigurationMissingException, LimitExceededException
 */
export function beginRegistration(ctx: OperationContext, { pool, client, user }: Registrant) {
  requirePasskeysEnabled(pool)
  const relyingPartyId = requireRelyingParty(pool)
  checkMayHaveAnother(ctx.store, user)

  const challenge = toBase64Url(ctx.random.bytes(32))
  const expiresAtMs = ctx.clock.now() + client.authSessionSeconds * 1000
  keepRegistration(ctx, user, { challenge, clientId: client.id, relyingPartyId, expiresAtMs })
  const name = signInNameOf(pool, user)
  return {
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
  }
}

/**
 * Keeps the passkey that the browser has made for the newest registration of the user. A registration
 * makes one passkey; a refused answer leaves it open.
 *
 * @param credential the browser's `RegistrationResponseJSON`, an object.
 * @throws WebAuthnNotEnabledException, WebAuthnClientMismatchException, LimitExceededException,
 *   NotAuthorizedException, and those of `checkRegistration`
 */
export async function finishRegistration(
  ctx: OperationContext,
  { pool, client, user: caller }: Registrant,
  credential: unknown,
): Promise<void> {
  requirePasskeysEnabled(pool)
  const registration = findRegistration(ctx, caller)
  if (!registration) throw challengeNotFound()
  if (registration.clientId !== client.id) {
    throw new UserPoolError(
      'WebAuthnClientMismatchException',
      'The registration was started by another app client.',
    )
  }
  const response = readRegistrationResponse(credential)
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
}
