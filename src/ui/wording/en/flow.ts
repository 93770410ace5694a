/** What `/flow` says. */
export const flowWords = {
  title: 'What just happened',
  intro:
    'Every call that this app makes to AWS, as it happens: who was asked for what, and what came back. Passwords, codes, tokens and keys are masked before anything is kept, and all of it stays in this browser.',
  isOn: 'Recording is on, in this browser.',
  isOff: 'Recording is off.',
  switchOn: 'Start recording',
  switchOff: 'Stop recording',
  none: 'Nothing has been recorded yet. Sign in, save your profile or refresh your session, and come back here; another tab will do.',
  noMatch: 'Nothing of it matches.',
  clear: 'Clear',
  filter: 'Filter',
  filterHint: 'An operation, a step, or part of an answer.',
  onlyFailed: 'Only what failed',
  exportJson: 'Export as JSON',
  exportMermaid: 'Export as Mermaid',
  exportSvg: 'Export as SVG',
  import: 'Open a recording',
  imported: (name: string) => `From ${name}.`,
  backToOwn: 'Back to your own',
  notRecording: 'That is no recording of this page.',
  session: 'Look inside your tokens',

  participants: {
    browser: 'Browser',
    'user-pool': 'User pool',
    domain: 'Managed login',
    provider: 'Provider',
    'identity-pool': 'Identity pool',
    s3: 'S3',
  },
  journeys: {
    'sign-up': 'Create an account',
    'sign-in': 'Sign in in the app',
    redirect: 'Sign in by redirect',
    reset: 'A new password',
    refresh: 'Renew the tokens',
    'sign-out': 'Sign out',
    files: 'Files',
    account: 'Account',
  },
  journeySummary: (count: number, ms: number) =>
    `${count === 1 ? 'One step' : `${count} steps`}, ${ms} ms`,
  beside: 'Put side by side',
  besideOf: (name: string, at: string) => `Put side by side: ${name}, ${at}`,
  to: (name: string) => `Browser to ${name}: `,
  leaves: 'leaves the page',
  returns: 'comes back',
  noAnswer: 'no answer',

  what: 'What it is for',
  docs: (operation: string) => `${operation} in AWS’s documentation`,
  request: 'Request',
  response: 'Answer',
  headers: 'Headers',
  body: 'Body',
  noBody: 'Without a body.',
  tokens: 'What the tokens say',
  tokenOf: (name: string) => `Token in ${name}`,
  remedy: 'What to do about it',
  findOut: 'Have the doctor find out why',
  curl: 'Copy as curl',
  curlCopied: 'Copied. What is masked has to be filled in.',
  copyFailed: 'Your browser lets nothing be copied here.',

  /** By operation, or by operation and variant. */
  steps: {
    'openid-configuration': [
      'Ask who issues the tokens',
      'The pool says which issuer its tokens name.',
    ],
    'jwks.json': [
      'Fetch the public keys',
      'With them anybody can prove that the pool has signed a token.',
    ],
    SignUp: ['Ask for an account', 'Creates a user who has to confirm an address first.'],
    ConfirmSignUp: [
      'Confirm the address',
      'The code proves that the address is theirs who typed it.',
    ],
    ResendConfirmationCode: ['Ask for another code', 'The first one may not have arrived.'],
    'InitiateAuth:USER_SRP_AUTH': [
      'Begin to prove the password',
      'Sends a public value of SRP. The pool answers with its own, and with a salt: the password stays here.',
    ],
    'InitiateAuth:USER_PASSWORD_AUTH': [
      'Send the password',
      'The pool compares it. SRP would keep it here.',
    ],
    'InitiateAuth:USER_AUTH': [
      'Ask how one may sign in',
      'The pool offers what the person has set up.',
    ],
    'InitiateAuth:CUSTOM_AUTH': [
      'Begin a sign-in of one’s own',
      'The pool’s triggers decide what is asked.',
    ],
    'InitiateAuth:REFRESH_TOKEN_AUTH': [
      'Trade the refresh token for new ones',
      'Nobody has to sign in again, as long as the refresh token lasts.',
    ],
    GetTokensFromRefreshToken: [
      'Trade the refresh token for new ones',
      'As the pool rotates them, it gives a new refresh token, too.',
    ],
    'RespondToAuthChallenge:PASSWORD_VERIFIER': [
      'Prove the password',
      'A signature that only who knows the password can make. The answer is tokens, or a second step.',
    ],
    'RespondToAuthChallenge:DEVICE_SRP_AUTH': [
      'Begin to prove the device',
      'The pool remembers this device, and asks it for a proof of its own.',
    ],
    'RespondToAuthChallenge:DEVICE_PASSWORD_VERIFIER': [
      'Prove the device',
      'A remembered device stands for the second step.',
    ],
    'RespondToAuthChallenge:WEB_AUTHN': [
      'Prove a passkey',
      'The authenticator has signed the pool’s challenge.',
    ],
    'RespondToAuthChallenge:SELECT_CHALLENGE': [
      'Choose how to sign in',
      'One of what the pool has offered.',
    ],
    'RespondToAuthChallenge:NEW_PASSWORD_REQUIRED': [
      'Choose a password of one’s own',
      'It takes the place of the temporary one.',
    ],
    RespondToAuthChallenge: [
      'Answer the pool’s question',
      'A code, a choice, or whatever the pool has asked for.',
    ],
    ConfirmDevice: [
      'Have the device remembered',
      'The pool keeps a verifier for it, as it does for a password.',
    ],
    ForgotPassword: [
      'Ask for a code to change the password',
      'It goes to an address that was verified.',
    ],
    ConfirmForgotPassword: [
      'Set a new password',
      'The code stands for the one that was forgotten.',
    ],
    RevokeToken: ['Revoke the refresh token', 'All tokens of this sign-in end in the pool.'],
    GlobalSignOut: ['Sign out everywhere', 'All tokens of this person end.'],
    'oauth2/authorize': [
      'Leave for managed login',
      'With a challenge (PKCE) that only this tab can answer, and a state that comes back.',
    ],
    signup: [
      'Leave for managed login’s page for new accounts',
      'It takes the same request as signing in.',
    ],
    callback: [
      'Come back with a code',
      'Managed login sends the browser back. The code alone is worth nothing.',
    ],
    'oauth2/token:authorization_code': [
      'Trade the code for tokens',
      'With the verifier that answers the challenge: a stolen code would be refused.',
    ],
    'oauth2/token:refresh_token': [
      'Trade the refresh token for new ones',
      'Nobody has to sign in again.',
    ],
    'oauth2/revoke': ['Revoke the refresh token', 'All tokens of this sign-in end in the pool.'],
    logout: ['End managed login’s session', 'Or the next sign-in there would ask for nothing.'],
    GetId: ['Ask which identity this is', 'The identity pool knows people by an id of its own.'],
    GetCredentialsForIdentity: [
      'Borrow a role',
      'The identity pool checks the ID token and gives keys for an hour.',
    ],
    GetUser: ['Read the account', 'Attributes and factors, for the access token.'],
    UpdateUserAttributes: ['Change attributes', 'A new address counts when its code is entered.'],
    ChangePassword: ['Change the password', 'With the old one as proof.'],
    GetObject: ['Read a file', 'Signed with the borrowed keys; the role’s policy decides.'],
    PutObject: ['Write a file', 'Signed with the borrowed keys; the role’s policy decides.'],
    HeadObject: ['Look at a file', 'Whether it is there, and what it is.'],
    DeleteObject: ['Delete a file', 'Signed with the borrowed keys; the role’s policy decides.'],
    ListObjectsV2: ['List files', 'Of one’s own prefix; the role’s policy allows no other.'],
  } as Record<string, readonly [phase: string, purpose: string]>,
  otherStep: ['Call', 'An operation of the service.'] as readonly [phase: string, purpose: string],
}
