import { consolePaths } from './console.ts'

export const identityPoolWords = {
  asked: (operation: string, answer: string) => `${operation} answered ${answer}.`,
  none: {
    summary: 'There is no identity pool: nobody gets AWS credentials.',
    evidence: 'The configuration has no identity pool ID.',
  },
  withId: 'with an identity',
  withCredentials: 'with credentials',
  ok: (id: string, evidence: string) => ({
    summary: `The identity pool ${id} takes this app client’s tokens, and gives credentials for them.`,
    evidence,
  }),
  there: (id: string, evidence: string) => ({
    summary: `The identity pool ${id} is there. Whether it takes this app client’s tokens shows when somebody is signed in.`,
    evidence,
    remedy: {
      text: 'Sign in and look again, or run “npm run doctor” with your address.',
      console: consolePaths.userAccess,
    },
  }),
  missing: (id: string, evidence: string) => ({
    summary: `There is no identity pool ${id}.`,
    evidence,
    remedy: {
      text: 'Copy the identity pool ID again, to the letter.',
      console: consolePaths.identityPool,
    },
  }),
  foreignToken: (evidence: string) => ({
    summary: 'The identity pool does not take tokens of this user pool and app client.',
    evidence,
    remedy: {
      text: 'Add the user pool as an identity provider there, with the user pool ID and the app client ID that are configured, to the letter.',
      console: consolePaths.userAccess,
    },
  }),
  noRole: (evidence: string, provider: string) => ({
    summary: 'The identity pool has no role that it may give to people who are signed in.',
    evidence,
    remedy: {
      text: `Set the authenticated role, and have its trust policy name this identity pool (${provider}:aud) and “authenticated”.`,
      console: consolePaths.userAccess,
    },
  }),
  ended: (evidence: string) => ({
    summary:
      'The identity pool did not take your token; it may have run out, or you were signed out.',
    evidence,
    remedy: {
      text: 'Sign out and in again, then look once more.',
      console: consolePaths.userAccess,
    },
  }),
  guests: (evidence: string) => ({
    summary: 'The identity pool gives credentials to visitors who have not signed in.',
    evidence: `${evidence} GetId without a token made an identity, as it does for every visitor.`,
    remedy: {
      text: 'The app needs no guest access. Make it inactive, or see that the guest role allows nothing that is not for everybody.',
      console: consolePaths.userAccess,
    },
  }),
  untold: (evidence: string) => ({
    summary: 'Whether the identity pool works could not be told.',
    evidence,
    remedy: { text: 'Try again in a minute.', console: consolePaths.identityPool },
  }),
}
