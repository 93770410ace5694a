import { devicePasswordVerifier } from './second-factors/device-password-verifier.ts'
import { deviceSrpAuth } from './second-factors/device-srp-auth.ts'
import { emailMfa, smsMfa } from './second-factors/message-mfa.ts'
import { mfaSetup } from './second-factors/mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { selectMfaType } from './second-factors/select-mfa-type.ts'
import type { ChallengeKind, FurtherChallenge } from './sign-in.ts'
import { softwareTokenMfa } from './second-factors/software-token-mfa.ts'

/**
 * What may be asked of somebody who has proved who they are, in the order in which it is asked. API,
 * managed login and auto sign-in all go by it.
 */
export const furtherChallenges: { readonly [Kind in ChallengeKind]: FurtherChallenge<Kind> } = {
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  SOFTWARE_TOKEN_MFA: softwareTokenMfa,
  SMS_MFA: smsMfa,
  EMAIL_MFA: emailMfa,
  SELECT_MFA_TYPE: selectMfaType,
  MFA_SETUP: mfaSetup,
  DEVICE_PASSWORD_VERIFIER: devicePasswordVerifier,
  DEVICE_SRP_AUTH: deviceSrpAuth,
}
