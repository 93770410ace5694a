import type { UserPoolConfig } from '../user-pools/config.ts'

/** Of `/config.json`: what people may sign in with, in the words of Cognito. */
export interface FactorsDocument {
  /** `PASSWORD`, `EMAIL_OTP`, `SMS_OTP`, `WEB_AUTHN`. */
  first: string[]
  mfa: 'OFF' | 'OPTIONAL' | 'ON'
  /** `SOFTWARE_TOKEN_MFA`, `SMS_MFA`, `EMAIL_OTP`; none where `mfa` is OFF. */
  second: string[]
  /** Host of the pages that passkeys are for. */
  relyingParty?: string
  /** Whether a device stands for the second factor when people say so, or always; else it never does. */
  devices?: 'ASK' | 'ALWAYS'
}

type Pool = Pick<
  UserPoolConfig,
  'allowedFirstAuthFactors' | 'mfaConfiguration' | 'enabledMfas' | 'passkeys' | 'devices'
>

export function factorsDocument(pool: Pool): FactorsDocument {
  const { devices, passkeys } = pool
  const { relyingPartyId } = passkeys
  return {
    first: [...pool.allowedFirstAuthFactors],
    mfa: pool.mfaConfiguration,
    second: [...pool.enabledMfas],
    ...(relyingPartyId !== undefined && { relyingParty: relyingPartyId }),
    ...(devices?.standInForMfa && { devices: devices.rememberOnPrompt ? 'ASK' : 'ALWAYS' }),
  }
}
