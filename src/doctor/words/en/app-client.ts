import { consolePaths } from './console.ts'

const asked = (flow: string, answer: string) => `InitiateAuth ${flow} answered ${answer}.`

export const appClientWords = {
  asked,
  challenge: 'with a challenge',
  ok: (id: string, evidence: string) => ({
    summary: `The app client ${id} is there, has no secret, and allows the ways to sign in that the app uses.`,
    evidence,
  }),
  ofOtherPool: (id: string, pool: string, evidence: string) => ({
    summary: `The app client ${id} is not one of the user pool ${pool}.`,
    evidence: `${evidence} The pool itself does not know it, so that every password would be wrong.`,
    remedy: {
      text: 'Configure a user pool ID and an app client ID of one pool.',
      console: consolePaths.appClient,
    },
  }),
  poolUntold: (id: string, pool: string, evidence: string) => ({
    summary: `The app client ${id} is there, has no secret, and allows the ways to sign in that the app uses. Whether it is one of the user pool ${pool} shows when somebody is signed in.`,
    evidence: `${evidence} Cognito answers for any app client of the region, and the pool’s own document names no domain that could be asked.`,
    remedy: {
      text: 'See whether the app client is listed in this user pool; else every password is “wrong”.',
      console: consolePaths.appClient,
    },
  }),
  missing: (id: string, region: string, evidence: string) => ({
    summary: `There is no app client ${id} in ${region}.`,
    evidence,
    remedy: {
      text: 'Copy the app client ID again, to the letter, from the user pool that is configured.',
      console: consolePaths.appClient,
    },
  }),
  secret: (evidence: string) => ({
    summary: 'The app client has a secret, which an app in a browser cannot keep or use.',
    evidence,
    remedy: {
      text: 'A secret cannot be taken off. Create another app client, of the type “Single-page application (SPA)”, and configure its ID, in the identity pool too.',
      console: consolePaths.appClient,
    },
  }),
  noSrp: (evidence: string) => ({
    summary: 'The app client does not allow the app’s way to sign in by password (SRP).',
    evidence,
    remedy: {
      text: 'Under Authentication flows tick “Sign in with secure remote password (SRP)”.',
      console: consolePaths.appClientSettings,
    },
  }),
  noChoice: (evidence: string) => ({
    summary:
      'After confirming their address people have to type their password once more: the app client does not allow choice-based sign-in.',
    evidence,
    remedy: {
      text: 'Under Authentication flows tick “Choice-based sign-in”. The user pool has to have the Essentials or the Plus tier.',
      console: consolePaths.appClientSettings,
    },
  }),
  tierTooLow: (offers: readonly string[], evidence: string) => ({
    summary: `The app offers what the tier of the user pool does not have: ${offers.join(', ')}.`,
    evidence,
    remedy: {
      text: 'Change the feature plan to Essentials or Plus, or offer the password alone: leave out firstFactors and secondFactors.',
      console: consolePaths.tier,
    },
  }),
  tellsWhoIsThere: (evidence: string) => ({
    summary: 'The app client tells strangers which addresses have an account.',
    evidence,
    remedy: {
      text: 'Switch on “Prevent user existence errors”, among the advanced settings.',
      console: consolePaths.appClientSettings,
    },
  }),
  untold: (evidence: string) => ({
    summary: 'What the app client allows could not be told in full.',
    evidence,
    remedy: {
      text: 'Try again in a minute. Where a firewall (AWS WAF) or a trigger of the pool refused, it may be meant to.',
      console: consolePaths.appClientSettings,
    },
  }),
}
