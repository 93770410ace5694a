import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { parseBase64 } from '../../core/encoding/base64.ts'
import type { Crypto } from '../../core/ports/crypto.ts'
import { invalidParameter } from '../attributes/rules.ts'
import { UserPoolError } from '../errors.ts'
import type { Passkey } from './passkeys.ts'
import { readClientData } from './read-response.ts'
import { isOriginOf } from './relying-party.ts'

/** ES256 and RS256 (RFC 9053, RFC 8812); Cognito takes no others. */
export const algorithms = [-7, -257]

const encoder = new TextEncoder()

interface Expected {
  /** base64url. */
  challenge: string
  relyingPartyId: string
  requireUserVerification: boolean
}

/**
 * The passkey that a registration makes, once all of it is proved. What AWS has an exception of its
 * own for is looked at first; the library then looks at all of it again.
 *
 * @throws WebAuthnChallengeNotFoundException, WebAuthnOriginNotAllowedException,
 *   WebAuthnRelyingPartyMismatchException, WebAuthnCredentialNotSupportedException,
 *   InvalidParameterException
 * @see https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential
 */
export async function checkRegistration(
  crypto: Pick<Crypto, 'sha256' | 'equal'>,
  response: RegistrationResponseJSON,
  expected: Expected,
): Promise<Omit<Passkey, 'createdAtMs'>> {
  const { relyingPartyId } = expected
  const clientData = readClientData(response.response.clientDataJSON)
  if (!clientData) throw invalidParameter('Credential.response.clientDataJSON is malformed.')
  if (clientData.challenge !== expected.challenge) throw challengeNotFound()
  if (!isOriginOf(relyingPartyId, clientData.origin)) {
    throw new UserPoolError(
      'WebAuthnOriginNotAllowedException',
      `${clientData.origin} is no origin of the relying party ${relyingPartyId}.`,
    )
  }

  // Much of it is for attestations, which nobody here asks for: it is loaded when it is needed.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { decodeAttestationObject, parseAuthenticatorData } =
    await import('@simplewebauthn/server/helpers')
  try {
    const attestation = decodeAttestationObject(bytesOf(response.response.attestationObject))
    const { rpIdHash } = parseAuthenticatorData(attestation.get('authData'))
    if (!crypto.equal(rpIdHash, await crypto.sha256(encoder.encode(relyingPartyId)))) {
      throw new UserPoolError(
        'WebAuthnRelyingPartyMismatchException',
        `The passkey was made for another relying party than ${relyingPartyId}.`,
      )
    }
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: expected.challenge,
      expectedOrigin: clientData.origin,
      expectedRPID: relyingPartyId,
      requireUserVerification: expected.requireUserVerification,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo) throw notSupported()
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    const attachment = response.authenticatorAttachment ?? 'cross-platform'
    return { id, publicKey, counter, transports, attachment, relyingPartyId }
  } catch (error) {
    if (error instanceof UserPoolError) throw error
    throw notSupported()
  }
}

export function challengeNotFound(): UserPoolError {
  return new UserPoolError(
    'WebAuthnChallengeNotFoundException',
    'No registration of a passkey is under way, or it took too long. Start it again.',
  )
}

function notSupported(): UserPoolError {
  return new UserPoolError(
    'WebAuthnCredentialNotSupportedException',
    'The passkey is of a kind that is not supported, or the answer is damaged.',
  )
}

function bytesOf(base64Url: string): Uint8Array<ArrayBuffer> {
  const bytes = parseBase64(base64Url)
  if (!bytes) throw notSupported()
  return bytes
}
