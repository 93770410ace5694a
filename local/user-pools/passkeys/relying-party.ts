import { parseUrl } from '../../core/encoding/parse-url.ts'
import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'

/**
 * The host whose pages may use the pool's passkeys.
 *
 * @throws WebAuthnConfigurationMissingException when neither the pool nor a domain of it names one.
 */
export function requireRelyingParty({ passkeys }: UserPoolConfig): string {
  if (passkeys.relyingPartyId !== undefined) return passkeys.relyingPartyId
  throw new UserPoolError(
    'WebAuthnConfigurationMissingException',
    'The user pool has neither a relying party id nor a domain to take it from.',
  )
}

/**
 * Whether pages of `origin` may use passkeys of the relying party: its host, or one below it, by
 * https, or over http on this machine.
 *
 * @see https://www.w3.org/TR/webauthn-3/#relying-party-identifier
 */
export function isOriginOf(relyingPartyId: string, origin: string): boolean {
  const url = parseUrl(origin)
  if (!url) return false
  const { protocol, hostname, origin: normal } = url
  const isInside = hostname === relyingPartyId || hostname.endsWith(`.${relyingPartyId}`)
  const isSecure = protocol === 'https:' || isLoopback(hostname)
  return normal === origin && isInside && isSecure
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}
