import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Passkey } from './passkeys.ts'
import { readClientData } from './read-response.ts'
import { isOriginOf } from './relying-party.ts'

interface Expected {
  /** base64url. */
  challenge: string
  relyingPartyId: string
  requireUserVerification: boolean
}

/**
 * Proves that whoever answers has the passkey.
 *
 * @returns the passkey with its signatures counted on; undefined when nothing is proved, or when the
 *   count went back, as that of a copy does.
 * @see https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion
 */
export async function checkAssertion(
  passkey: Passkey,
  response: AuthenticationResponseJSON,
  expected: Expected,
): Promise<Passkey | undefined> {
  const origin = readClientData(response.response.clientDataJSON)?.origin ?? ''
  if (!isOriginOf(expected.relyingPartyId, origin)) return undefined
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { id, publicKey, counter } = passkey
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: expected.challenge,
      expectedOrigin: origin,
      expectedRPID: expected.relyingPartyId,
      requireUserVerification: expected.requireUserVerification,
      credential: { id, publicKey, counter },
    })
    return verified ? { ...passkey, counter: authenticationInfo.newCounter } : undefined
  } catch {
    // The library says in an error what does not fit; nobody who fails is told which it was.
    return undefined
  }
}
