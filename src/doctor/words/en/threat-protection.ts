import { consolePaths } from './console.ts'

export const threatProtectionWords = {
  signedOut: {
    summary: 'Whether sign-ins are assessed for risk, the user pool tells who is signed in.',
    evidence: 'Nobody is signed in here.',
  },
  asked: (answer: string) =>
    `UpdateAuthEventFeedback, about an event that there is not, answered ${answer}.`,
  off: (evidence: string) => ({
    summary: 'Sign-ins are not assessed for risk: the user pool has no threat protection.',
    evidence,
  }),
  ok: (evidence: string) => ({
    summary: 'Threat protection is on, and can ask for a second factor.',
    evidence: `${evidence} The configuration says that a second factor is optional.`,
  }),
  untold: (evidence: string) => ({
    summary: 'Whether sign-ins are assessed for risk could not be told.',
    evidence,
    remedy: {
      text: 'Try again in a minute, or look there.',
      console: consolePaths.threatProtection,
    },
  }),
  mfaUntold: (evidence: string) => ({
    summary: 'Threat protection is on; whether it can ask for a second factor could not be told.',
    evidence: `${evidence} The configuration does not say what the pool asks for as a second factor.`,
    remedy: {
      text: 'A second factor has to be optional there: where it is off nobody can be asked for one.',
      console: consolePaths.mfa,
    },
  }),
  mfaNotOptional: (mfa: 'OFF' | 'ON', evidence: string) => ({
    summary:
      mfa === 'OFF'
        ? 'Threat protection is on, and cannot ask for a second factor: the user pool has none.'
        : 'Threat protection is on, and has no second factor to ask for: everybody is asked anyway.',
    evidence: `${evidence} The configuration says that a second factor is ${mfa}.`,
    remedy: {
      text: 'Make it optional there, or have risky sign-ins blocked instead.',
      console: consolePaths.mfa,
    },
  }),
  noDeviceData: (evidence: string) => ({
    summary:
      'Threat protection is on, and the app tells it nothing of devices: it goes by address and browser alone.',
    evidence: `${evidence} This page has not loaded AWS’s script that collects what it needs.`,
    remedy: {
      text: 'Load amazon-cognito-advanced-security-data.min.js before the app does, and allow it in the Content-Security-Policy: docs/adaptive-authentication.md says how. Amplify then sends what it collects.',
      console: consolePaths.threatProtection,
    },
  }),
}
