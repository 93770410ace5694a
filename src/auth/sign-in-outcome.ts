import type * as amplify from 'aws-amplify/auth'

/** A factor by Amplify's name of it. */
export type Factor = 'TOTP' | 'SMS' | 'EMAIL'

/** What one may begin with in place of the password, by Cognito's name of it; the link is a custom challenge. */
export type PasswordlessFactor = 'WEB_AUTHN' | 'EMAIL_OTP' | 'SMS_OTP' | 'MAGIC_LINK'

/** What a sign-in asks for after the password, on a page of its own. */
export type SecondFactorStep =
  /** `destination` as AWS masks it; an authenticator app has none. */
  | { step: 'code'; factor: Factor; destination?: string | undefined }
  | { step: 'choose'; factors: readonly Factor[] }
  /** `secret` is base32. */
  | { step: 'set-up-app'; secret: string }
  | { step: 'set-up-email' }
  | { step: 'choose-set-up'; factors: readonly Factor[] }

export type SignInOutcome =
  | { step: 'done' | 'confirm-sign-up' | 'reset-password' }
  /** The function behind magic links asks for what is in one, or to send one. */
  | { step: 'magic-link' }
  /** `missing`: the attributes that the pool requires and the account lacks. */
  | { step: 'own-password'; missing: readonly string[] }
  | SecondFactorStep

/** The account asks for something that the app has no page for. */
class SignInStepNotSupported extends Error {
  override readonly name = 'SignInStepNotSupported'
}

/** The account has nothing to sign in with in that way, or there is no such account. */
class WayNotOffered extends Error {
  override readonly name = 'WayNotOffered'
}

type NextStep = amplify.SignInOutput['nextStep']

/** @throws SignInStepNotSupported, WayNotOffered */
export function outcomeOf({ nextStep }: { nextStep: NextStep }): SignInOutcome {
  switch (nextStep.signInStep) {
    case 'DONE':
      return { step: 'done' }
    case 'CONFIRM_SIGN_UP':
      return { step: 'confirm-sign-up' }
    case 'RESET_PASSWORD':
      return { step: 'reset-password' }
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return { step: 'own-password', missing: nextStep.missingAttributes ?? [] }
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return { step: 'code', factor: 'TOTP' }
    case 'CONFIRM_SIGN_IN_WITH_SMS_CODE':
      return codeSent('SMS', nextStep.codeDeliveryDetails)
    case 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE':
      return codeSent('EMAIL', nextStep.codeDeliveryDetails)
    case 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION':
      return { step: 'choose', factors: nextStep.allowedMFATypes ?? [] }
    case 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION':
      return { step: 'choose-set-up', factors: nextStep.allowedMFATypes ?? [] }
    case 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP':
      return { step: 'set-up-app', secret: nextStep.totpSetupDetails.sharedSecret }
    case 'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP':
      return { step: 'set-up-email' }
    case 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE':
      if (nextStep.additionalInfo?.['kind'] === 'MAGIC_LINK') return { step: 'magic-link' }
      throw new SignInStepNotSupported(nextStep.signInStep)
    case 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION':
      throw new WayNotOffered()
    default:
      throw new SignInStepNotSupported(nextStep.signInStep)
  }
}

function codeSent(
  factor: Factor,
  delivery: { destination?: string } | undefined,
): SecondFactorStep {
  return { step: 'code', factor, destination: delivery?.destination }
}
