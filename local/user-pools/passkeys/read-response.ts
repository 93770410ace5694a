import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { parseBase64 } from '../../core/encoding/base64.ts'
import { isObject } from '../../core/encoding/is-object.ts'

/** What the browser says of the ceremony, in `clientDataJSON`. Nothing of it is proved yet. */
export interface ClientData {
  challenge: string
  origin: string
}

/** `RegistrationResponseJSON`, as far as it is one; undefined when it is not. */
export function readRegistrationResponse(value: unknown): RegistrationResponseJSON | undefined {
  return isResponse(value, 'attestationObject') ? (value as RegistrationResponseJSON) : undefined
}

/** The text of an `AuthenticationResponseJSON`; undefined when it is none. */
export function readAuthenticationResponse(text: string): AuthenticationResponseJSON | undefined {
  const value = parseJson(text)
  const isOne = isResponse(value, 'authenticatorData') && isResponse(value, 'signature')
  return isOne ? (value as AuthenticationResponseJSON) : undefined
}

/** @see https://www.w3.org/TR/webauthn-3/#dictionary-client-data */
export function readClientData(clientDataJson: string): ClientData | undefined {
  const bytes = parseBase64(clientDataJson)
  const value = bytes && parseJson(new TextDecoder().decode(bytes))
  if (!isObject(value)) return undefined
  const { challenge, origin } = value
  if (typeof challenge !== 'string' || typeof origin !== 'string') return undefined
  return { challenge, origin }
}

function isResponse(value: unknown, member: string): boolean {
  if (!isObject(value) || !isObject(value['response'])) return false
  const { clientDataJSON, [member]: proof } = value['response']
  return (
    typeof value['id'] === 'string' &&
    typeof clientDataJSON === 'string' &&
    typeof proof === 'string'
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
