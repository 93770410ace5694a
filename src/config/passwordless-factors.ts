import type { AppConfig } from './app-config.ts'

/** Beside the password, by Cognito's names of them. */
export type PasswordlessFactor = 'WEB_AUTHN' | 'EMAIL_OTP' | 'SMS_OTP'

/** In the order that they are offered in. */
export const passwordlessFactors: readonly PasswordlessFactor[] = [
  'WEB_AUTHN',
  'EMAIL_OTP',
  'SMS_OTP',
]

/**
 * Those that the pool takes, this browser has, and that work at this address.
 *
 * @param host of the page; passkeys are for the relying party's own and those below it.
 */
export function passwordlessFactorsOf(
  { factors }: Pick<AppConfig, 'factors'>,
  host: string,
): PasswordlessFactor[] {
  if (!factors) return []
  const { first, relyingParty = '' } = factors
  const isOwn = host === relyingParty || host.endsWith(`.${relyingParty}`)
  const canUsePasskeys = 'PublicKeyCredential' in globalThis && isOwn
  return passwordlessFactors.filter(
    (way) => first.includes(way) && (way !== 'WEB_AUTHN' || canUsePasskeys),
  )
}
