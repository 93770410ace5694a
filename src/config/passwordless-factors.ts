import type { AppConfig } from './app-config.ts'

/** Beside the password, by Cognito's names of them; the link is a custom challenge of ours. */
export type PasswordlessFactor = 'WEB_AUTHN' | 'EMAIL_OTP' | 'SMS_OTP' | 'MAGIC_LINK'

/** In the order that they are offered in. */
export const passwordlessFactors: readonly PasswordlessFactor[] = [
  'WEB_AUTHN',
  'EMAIL_OTP',
  'SMS_OTP',
  'MAGIC_LINK',
]

/**
 * Those that the pool takes, this browser has, and that work at this address.
 *
 * @param host of the page; passkeys are for the relying party's own and those below it.
 */
export function passwordlessFactorsOf(
  { factors, examples = [] }: Pick<AppConfig, 'factors' | 'examples'>,
  host: string,
): PasswordlessFactor[] {
  const { first, relyingParty = '' } = factors ?? { first: [] }
  const isOwn = host === relyingParty || host.endsWith(`.${relyingParty}`)
  const canUsePasskeys = 'PublicKeyCredential' in globalThis && isOwn
  return passwordlessFactors.filter(
    (way) => [...first, ...examples].includes(way) && (way !== 'WEB_AUTHN' || canUsePasskeys),
  )
}
