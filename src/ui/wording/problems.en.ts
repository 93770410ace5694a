import { slips } from './slips.en.ts'

/** What happened, and what to do next. */
interface ProblemWords {
  message: string
  next?: string
}

const pool = 'Cognito console › User pools › your pool'

/** Every way in which an account form can fail; `auth/problems` says which error means which. */
export const problems = {
  ...slips,
  'password-refused': {
    message: 'This password does not meet the rules.',
    next: 'Choose one that ticks every rule below the field, has no space at either end, and was not used before.',
  },
  'code-wrong': {
    message: 'That code does not match.',
    next: 'Check it against the newest message: a new code replaces the one before.',
  },
  'code-expired': {
    message: 'That code is no longer valid.',
    next: 'Send a new one and use that.',
  },
  'code-not-sent': {
    message: 'The code could not be delivered.',
    next: `Check the address. If it is right, the pool cannot send: see ${pool} › Authentication methods › Email.`,
  },
  'wrong-credentials': {
    message: 'The e-mail address or the password is not right.',
    next: 'Check both and try again. After several wrong passwords Cognito pauses sign-in for a while. Whoever runs the pool sees accounts and their status in the Cognito console › User pools › your pool › Users.',
  },
  'account-exists': {
    message: 'There already is an account with this address.',
    next: 'Sign in with it. If it was never confirmed, signing in sends you a new code.',
  },
  'account-unknown': {
    message: 'No code could be sent to this address.',
    next: 'Check the address, or create the account again.',
  },
  'already-confirmed': {
    message: 'This account cannot be confirmed again.',
    next: 'Most likely it already is confirmed: sign in with it.',
  },
  'already-signed-in': {
    message: 'Somebody is already signed in here.',
    next: 'Continue as that person, or sign out first.',
  },
  'sign-up-closed': {
    message: 'This pool does not let people create accounts.',
    next: `An administrator has to create it, or to allow it: ${pool} › Sign-up › Self-service sign-up.`,
  },
  'sign-up-refused': {
    message: 'A rule of this product refused the request.',
    next: 'It comes from a Lambda trigger of the pool; its log in CloudWatch says why.',
  },
  'step-not-supported': {
    message: 'This account asks for a further step that this page does not offer.',
    next: 'Multi-factor sign-in and forced password changes are not available here yet.',
  },
  'input-refused': {
    message: 'Cognito refused what was entered.',
    next: `Check the format of the address, and the password against the pool’s rules: ${pool} › Authentication methods › Password policy.`,
  },
  'too-many-attempts': {
    message: 'Too many wrong attempts.',
    next: 'Wait a quarter of an hour, then send a new code.',
  },
  'limit-exceeded': {
    message: 'The limit for this is used up for now.',
    next: 'Wait a while and try again; for codes and wrong passwords it may take up to an hour. What you typed stays here.',
  },
  throttled: {
    message: 'Cognito is getting too many requests at the moment.',
    next: 'Wait a few seconds and try again. What you typed stays here.',
  },
  'access-denied': {
    message: 'AWS does not permit this.',
    next: 'Check the role of the identity pool (IAM console › Roles › the authenticated role), and whether a web ACL guards the user pool.',
  },
  'wrong-pool-or-client': {
    message: 'This app is set up for a user pool or an app client that does not exist.',
    next: 'Compare region, user pool ID and app client ID with the Cognito console › User pools › your pool › App clients. A pool in another region looks the same as none: the selector at the top right of the console must show the region of your configuration.',
  },
  'pool-misconfigured': {
    message: 'The user pool is not set up completely.',
    next: `Look at its e-mail settings, its Lambda triggers and its feature plan: ${pool}.`,
  },
  'flow-not-allowed': {
    message: 'The pool refused this way of signing in.',
    next: `The app client must allow ALLOW_USER_SRP_AUTH, ALLOW_USER_AUTH and ALLOW_REFRESH_TOKEN_AUTH: ${pool} › App clients › Authentication flows. It must have no client secret.`,
  },
  unreachable: {
    message: 'Cognito cannot be reached.',
    next: 'Check your connection and try again. If other pages load, the region may be wrong, an extension or a proxy may block the request, or AWS may not accept this site’s origin (CORS). On the local AWS: is it still running in the terminal?',
  },
  offline: {
    message: 'You are offline.',
    next: 'Try again when you are connected. What you typed stays here.',
  },
  'aws-failed': {
    message: 'Cognito could not answer.',
    next: 'This is on the other side. Wait a moment and try again.',
  },
  'session-ended': {
    message: 'Your session has ended.',
    next: 'Sign in again.',
  },
  unexpected: {
    message: 'Something went wrong that this page did not expect.',
    next: 'Try again. If it happens again, the technical name below helps whoever looks into it.',
  },
} as const satisfies Record<string, ProblemWords>
