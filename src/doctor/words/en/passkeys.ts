import { consolePaths } from './console.ts'

const asked = (answer: string) => `StartWebAuthnRegistration answered ${answer}.`

export const passkeysWords = {
  none: {
    summary: 'The app offers no passkeys at sign-in.',
    evidence: 'The configuration does not name WEB_AUTHN among its firstFactors.',
  },
  off: (evidence: string) => ({
    summary: 'The user pool takes no passkeys, and the app offers none at sign-in.',
    evidence,
  }),
  asked,
  askedFor: (host: string) => asked(`with what a browser makes a passkey for ${host} by`),
  configured: (host: string) => `By the configuration (relyingParty) they are for ${host}.`,
  noneConfigured: 'The configuration does not say which host they are for (relyingParty).',
  ok: (host: string, evidence: string) => ({
    summary: `The user pool takes passkeys of ${host}, and this app is there.`,
    evidence,
  }),
  otherHost: (relyingParty: string, host: string, evidence: string) => ({
    summary: `Passkeys of the user pool are for pages of ${relyingParty}, and this app is at ${host}.`,
    evidence: `${evidence} A browser makes and shows them there, and on hosts below it, alone.`,
    remedy: {
      text: `Set the relying party ID to ${host}, or to a domain that it is below. People who have passkeys for ${relyingParty} cannot use them any more then.`,
      console: consolePaths.passkey,
    },
  }),
  insecure: (origin: string, evidence: string) => ({
    summary: `No browser makes or shows a passkey at ${origin}.`,
    evidence: `${evidence} Passkeys are for pages by https, and on http://localhost.`,
    remedy: { text: 'Serve the app by https.', console: consolePaths.passkey },
  }),
  notEnabled: (evidence: string) => ({
    summary: 'The app offers passkeys at sign-in, and the user pool does not take them.',
    evidence,
    remedy: {
      text: 'Allow passkeys (WEB_AUTHN) there, or take WEB_AUTHN out of firstFactors in the configuration.',
      console: consolePaths.firstFactors,
    },
  }),
  noRelyingParty: (evidence: string) => ({
    summary: 'The user pool takes passkeys, and knows no host that they are for.',
    evidence,
    remedy: {
      text: 'Set a relying party ID, the host that serves this app, or give the pool a domain.',
      console: consolePaths.passkey,
    },
  }),
  untold: (evidence: string) => ({
    summary: 'Whether the user pool takes passkeys for this app could not be told.',
    evidence,
    remedy: {
      text: 'Sign in to an account that has a password of the user pool’s, and run this again; or see whether passkeys are allowed, and compare the relying party ID with the host of this app.',
      console: consolePaths.passkey,
    },
  }),
}
