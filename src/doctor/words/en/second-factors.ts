import { consolePaths } from './console.ts'

const names = {
  SOFTWARE_TOKEN_MFA: 'an authenticator app',
  SMS_MFA: 'a code by text message',
  EMAIL_OTP: 'a code by e-mail',
} as const
export type SecondFactor = keyof typeof names

const listed = (factors: readonly SecondFactor[]) => factors.map((name) => names[name]).join(', ')

const senders =
  'Mail as a second step takes an identity in Amazon SES, and text messages a role for Amazon SNS; either sends to everybody once it is out of its sandbox.'

export const secondFactorsWords = {
  names,
  none: {
    summary: 'The app offers no second step of signing in.',
    evidence: 'The configuration names no secondFactors.',
  },
  byProvider: {
    summary: 'You come by an identity provider, which alone asks you for a second step.',
    evidence: 'Your ID token names it among its identities.',
  },
  signedOut: (factors: readonly SecondFactor[]) => ({
    summary: `Whether the user pool has ${listed(factors)} as a second step could not be told.`,
    evidence: 'Cognito tells nobody who is not signed in.',
    remedy: {
      text: `Sign in and run this again, or compare the list there with secondFactors in the configuration. ${senders}`,
      console: consolePaths.mfa,
    },
  }),
  asked: (on: readonly SecondFactor[], preferred: SecondFactor | undefined) =>
    on.length === 0
      ? 'GetUser answered that you have no second step.'
      : `GetUser answered that your second step is ${listed(on)}${preferred && on.length > 1 ? `, first of all ${names[preferred]}` : ''}.`,
  askedForApp: (answer: string) => `AssociateSoftwareToken answered ${answer}.`,
  ok: (factors: readonly SecondFactor[], evidence: string) => ({
    summary: `As a second step the user pool has ${listed(factors)}.`,
    evidence,
  }),
  noApp: (evidence: string) => ({
    summary: 'The app offers authenticator apps, and the user pool does not have them.',
    evidence,
    remedy: {
      text: 'Tick “Authenticator apps” there, or take SOFTWARE_TOKEN_MFA out of secondFactors in the configuration.',
      console: consolePaths.mfa,
    },
  }),
  appUntold: (evidence: string) => ({
    summary: 'Whether the user pool has authenticator apps could not be told.',
    evidence,
    remedy: {
      text: 'Try again in a minute, or look whether “Authenticator apps” is ticked there.',
      console: consolePaths.mfa,
    },
  }),
  noWayBack: (factor: 'EMAIL_OTP' | 'SMS_MFA', evidence: string) => ({
    summary: `Your second step is ${names[factor]}, and a forgotten password could not be reset: Cognito sends no code for that to where the second step goes.`,
    evidence: `${evidence} Another address that is verified your account does not have.`,
    remedy: {
      text: `Verify ${factor === 'EMAIL_OTP' ? 'a phone number' : 'your e-mail address'}, or have an authenticator app asked for first. In the user pool, recover accounts by what is no second step.`,
      console: consolePaths.recovery,
    },
  }),
  senderUntold: (factors: readonly SecondFactor[], evidence: string) => ({
    summary: `Whether ${listed(factors)} would arrive as a second step could not be told: it shows when one is sent, and this sends none.`,
    evidence,
    remedy: {
      text: `Turn it on for your own account, or compare the list there with secondFactors in the configuration. ${senders}`,
      console: consolePaths.senders,
    },
  }),
}
