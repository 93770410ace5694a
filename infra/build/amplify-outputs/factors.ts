import type { AmplifyOutputs } from './file.ts'
import type { FactorValues } from '../configuration/factors.ts'

type Auth = NonNullable<AmplifyOutputs['auth']>

// NONE says no more than silence does.
const modes = { NONE: undefined, OPTIONAL: 'OPTIONAL', REQUIRED: 'ON' } as const
const methods = { SMS: 'SMS_MFA', TOTP: 'SOFTWARE_TOKEN_MFA', EMAIL: 'EMAIL_OTP' } as const

/** What an Amplify project says of second factors and of signing in without a password. */
export function factorsFromOutputs(
  auth: Auth,
): Record<Exclude<keyof FactorValues, 'rememberDevices'>, string | undefined> {
  const { passwordless, mfa_configuration: mode, mfa_methods: second } = auth
  const first = [
    'PASSWORD',
    passwordless?.email_otp_enabled ? 'EMAIL_OTP' : '',
    passwordless?.sms_otp_enabled ? 'SMS_OTP' : '',
    passwordless?.web_authn ? 'WEB_AUTHN' : '',
  ]
  return {
    firstFactors: passwordless && first.filter(Boolean).join(','),
    mfa: mode && modes[mode],
    secondFactors: mode === 'NONE' ? undefined : second?.map((name) => methods[name]).join(','),
    relyingParty: passwordless?.web_authn?.relying_party_id,
  }
}
