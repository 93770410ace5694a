import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'

/** @throws WebAuthnNotEnabledException in a pool where nobody begins a sign-in with a passkey. */
export function requirePasskeysEnabled({ allowedFirstAuthFactors, tier }: UserPoolConfig): void {
  if (allowedFirstAuthFactors.includes('WEB_AUTHN') && tier !== 'LITE') return
  throw new UserPoolError(
    'WebAuthnNotEnabledException',
    'Passkeys are not enabled for this user pool.',
  )
}
