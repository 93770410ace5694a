import type { FindingStatus } from '../../src/doctor/finding.ts'

interface Refusal {
  status: FindingStatus
  summary: string
  remedy: string
}

const confirm =
  'Sign in to the app: it asks for the code, and sends a new one. Or confirm the account by hand: choose the user › Actions › Confirm account.'

/** What came of the sign-in → what that means. Names decide; AWS's sentences are for reading. */
const refusals = new Map<string, Refusal>([
  [
    'NotAuthorizedException',
    {
      status: 'wrong',
      summary: 'The e-mail address or the password is not right, or the account may not sign in.',
      remedy:
        'Look the account up: it must be there, Enabled and Confirmed. If it is, set a new password (“Forgot password” in the app). If the right password is refused, the user pool ID is another pool’s.',
    },
  ],
  [
    'UserNotFoundException',
    {
      status: 'wrong',
      summary: 'There is no account with this e-mail address in the user pool.',
      remedy:
        'Compare the address, letter by letter, with the list of users, or create the account.',
    },
  ],
  [
    'CONFIRM_SIGN_UP',
    { status: 'wrong', summary: 'The account is not confirmed.', remedy: confirm },
  ],
  [
    'RESET_PASSWORD',
    {
      status: 'wrong',
      summary: 'The account needs a new password: an administrator has reset it.',
      remedy: 'Choose “Forgot password” in the app, and set a new one.',
    },
  ],
  [
    'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
    {
      status: 'wrong',
      summary: 'The account still has the password that an administrator gave it.',
      remedy:
        'Sign in on the pages of the domain, which ask for a new one, or set a permanent password with the AWS CLI: aws cognito-idp admin-set-user-password --permanent.',
    },
  ],
])

export const signInWords = {
  refusals,
  unforeseen: {
    status: 'unknown',
    summary: 'Nobody could be signed in, and that says nothing about the account.',
    remedy:
      'Mend what the checks of the user pool and the app client say, then run this again. An account with multi-factor sign-in cannot be checked from here.',
  } satisfies Refusal,
  evidence: (client: string, answer: string) =>
    `Signing in by SRP with the app client ${client} came to ${answer}.`,
  console: 'Cognito › User pools › your pool › Users',
}
