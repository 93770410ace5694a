import { consolePaths } from './console.ts'

const names = { EMAIL_OTP: 'a code by e-mail', SMS_OTP: 'a code by text message' } as const
export type CodeFactor = keyof typeof names

const listed = (codes: readonly CodeFactor[]) => codes.map((code) => names[code]).join(', ')
const offered = (challenges: readonly string[]) =>
  challenges.length === 0 ? 'nothing' : challenges.join(', ')

const why = {
  signedOut: 'For nobody Cognito names some of what the pool takes, and not always all of it.',
  byProvider: 'You come by an identity provider, and are offered none of it.',
  secondFactor: 'Your account has a second step, so that it begins with the password alone.',
  noAddress:
    'It is offered to an account that has a password and the verified address for it; yours does not have both.',
  refused: 'What your own account is offered could not be asked.',
} as const

export const firstFactorsWords = {
  names,
  why,
  none: {
    summary: 'The app offers no one-time codes in place of the password.',
    evidence: 'The configuration names neither EMAIL_OTP nor SMS_OTP among its firstFactors.',
  },
  offeredToNobody: (challenges: readonly string[]) =>
    `To somebody who is not there InitiateAuth USER_AUTH offered ${offered(challenges)}.`,
  offeredToYou: (challenges: readonly string[]) =>
    `To you it offered ${offered(challenges)}, and you have the address for it.`,
  ok: (codes: readonly CodeFactor[], evidence: string) => ({
    summary: `In place of the password the user pool takes ${listed(codes)}.`,
    evidence,
  }),
  notEnabled: (codes: readonly CodeFactor[], evidence: string) => ({
    summary: `The app offers ${listed(codes)} in place of the password, and the user pool does not take it.`,
    evidence,
    remedy: {
      text: `Allow ${codes.join(', ')} there, or take it out of firstFactors in the configuration. Text messages need a role for Amazon SNS first; mail goes without Amazon SES, fifty a day.`,
      console: consolePaths.firstFactors,
    },
  }),
  untold: (codes: readonly CodeFactor[], evidence: string) => ({
    summary: `Whether the user pool takes ${listed(codes)} in place of the password could not be told.`,
    evidence,
    remedy: {
      text: 'Sign in with a password, to an account that has a verified address and no second step, and run this again; or compare the list there with firstFactors in the configuration.',
      console: consolePaths.firstFactors,
    },
  }),
}
