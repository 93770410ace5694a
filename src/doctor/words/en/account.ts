import { consolePaths } from './console.ts'

export const accountWords = {
  signedOut: {
    summary: 'Nobody is signed in here, so no account could be looked at.',
    evidence:
      'The same answer, “Incorrect username or password”, stands for a wrong password and for an address without an account.',
    remedy: {
      text: 'Look whether the address is among the users, and whether its confirmation status is “Confirmed”. Somebody unconfirmed enters the code from the e-mail (the app asks for it, whatever the password), or is confirmed there.',
      console: consolePaths.users,
    },
  },
  ok: (evidence: string) => ({
    summary: 'You are signed in, and your account is confirmed and has a verified address.',
    evidence,
  }),
  byProvider: (evidence: string) => ({
    summary:
      'You are signed in by an identity provider, which does not say that it verified your address.',
    evidence,
  }),
  addressUntold: (evidence: string) => ({
    summary:
      'You are signed in and confirmed. Whether your address is verified the app may not read.',
    evidence,
    remedy: {
      text: 'Let the app client read email_verified.',
      console: consolePaths.attributes,
    },
  }),
  asked: (answer: string) => `GetUser answered ${answer}.`,
  withAttributes: (username: string) => `with the attributes of ${username}`,
  tokenSays: (issuer: string, client: string) =>
    `Your ID token was issued by ${issuer} for the app client ${client}.`,
  otherPool: (evidence: string, configured: string) => ({
    summary: 'You are signed in to another user pool than the one that is configured.',
    evidence: `${evidence} Configured is ${configured}.`,
    remedy: {
      text: 'The app client belongs to another user pool. Configure a user pool ID and an app client ID of one pool, then sign out and in again.',
      console: consolePaths.appClient,
    },
  }),
  otherClient: (evidence: string, configured: string) => ({
    summary: 'You are signed in by another app client than the one that is configured.',
    evidence: `${evidence} Configured is ${configured}.`,
    remedy: { text: 'Sign out and in again.', console: consolePaths.appClient },
  }),
  unverified: (evidence: string) => ({
    summary:
      'Your e-mail address is not verified, so a forgotten password cannot be reset with it.',
    evidence,
    remedy: {
      text: 'Have the pool verify addresses by itself (Attribute verification), or mark this one as verified.',
      console: consolePaths.users,
    },
  }),
  unconfirmed: (evidence: string) => ({
    summary: 'The account is not confirmed.',
    evidence,
    remedy: {
      text: 'Enter the code from the e-mail, which the app asks for at sign-in, or confirm the account there.',
      console: consolePaths.users,
    },
  }),
  ended: (evidence: string) => ({
    summary:
      'Your session counts no more: you were signed out, or the account is gone or disabled.',
    evidence,
    remedy: {
      text: 'Sign out and in again. If that is refused, look whether the account is there and enabled.',
      console: consolePaths.users,
    },
  }),
  lacksScope: (evidence: string) => ({
    summary: 'Your session may not read or change your own account.',
    evidence,
    remedy: {
      text: 'Tick the scope aws.cognito.signin.user.admin among the OpenID Connect scopes, and sign in again.',
      console: consolePaths.loginPages,
    },
  }),
  unreadable: (evidence: string) => ({
    summary: 'Your account could not be looked at.',
    evidence,
    remedy: { text: 'Try again in a minute.', console: consolePaths.users },
  }),
}
