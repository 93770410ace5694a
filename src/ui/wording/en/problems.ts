import { slips } from './slips.ts'

interface ProblemWords {
  /** What happened. */
  message: string
  /** What to do next, for whoever is using the app. */
  next?: string
  /** What to look at, for whoever runs it; behind the details. */
  operator?: string
}

const pool = 'Cognito console › User pools › your pool'
const kept = 'What you typed stays here.'
const notYours = 'You cannot mend this yourself: whoever runs this app finds help in the details.'

/** Every way in which an account form can fail; `auth/problems` says which error means which. */
export const problems = {
  ...slips,
  'password-refused': {
    message: 'This password does not meet the rules.',
    next: 'Choose one that ticks every rule, has no space at either end, and was not used before.',
    operator: `The rules: ${pool} › Authentication methods › Password policy.`,
  },
  'password-leaked': {
    message: 'This password has become known to others.',
    next: 'Choose one that you use nowhere else.',
    operator: `Compromised credentials: ${pool} › Threat protection.`,
  },
  'code-wrong': {
    message: 'That code does not match.',
    next: 'Check it against the newest message: a new code replaces the one before.',
  },
  'code-expired': {
    message: 'That code is no longer valid.',
    next: 'Send a new one and use that.',
  },
  'code-used': {
    message: 'That code has been used already.',
    next: 'Wait until your authenticator app shows the next one; it takes half a minute at most.',
  },
  'code-not-sent': {
    message: 'The code could not be delivered.',
    next: `Check the address and try again. ${kept}`,
    operator: `The pool may not be able to send: ${pool} › Authentication methods › Email.`,
  },
  'wrong-credentials': {
    message: 'The e-mail address or the password is not right.',
    next: 'Check both and try again. After several wrong passwords sign-in pauses for a while.',
    operator: `Accounts and their status: ${pool} › Users. An account must be confirmed and enabled. If the right password is refused too, the user pool ID of the configuration is not that of the app client’s pool, or the clock of this device is wrong: the page /diagnostics tells.`,
  },
  'sign-in-blocked': {
    message: 'This sign-in was stopped to protect your account.',
    next: 'Your password may be right. Sign in from where you usually do, or say that it was you in the e-mail that we may have sent.',
    operator: `Adaptive authentication found the sign-in risky, or asked for a second step that the account does not have: ${pool} › Users › User event history, and ${pool} › Threat protection.`,
  },
  'address-blocked': {
    message: 'Nobody can sign in from the network that you are in.',
    next: 'Sign in from another one.',
    operator: `The address is in a range that is always blocked: ${pool} › Threat protection › IP address exceptions.`,
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
    message: 'People cannot create accounts here by themselves.',
    next: 'Ask whoever runs this app for an account.',
    operator: `Administrators create accounts, or allow it: ${pool} › Sign-up › Self-service sign-up.`,
  },
  'sign-up-asks-for-more': {
    message: 'An account here needs more than this page asks for.',
    next: notYours,
    operator: `The user pool requires further attributes: ${pool} › Sign-up › Required attributes. That cannot be changed once a pool exists: create one that requires the e-mail address alone, or have the page ask for them.`,
  },
  'refused-by-rule': {
    message: 'A rule of this app refused the request.',
    next: notYours,
    operator: `It comes from a Lambda trigger (${pool} › Extensions); its log in CloudWatch says why.`,
  },
  'step-not-supported': {
    message: 'This account asks for a further step that this page does not offer.',
    next: notYours,
    operator: 'Multi-factor sign-in has no page here yet.',
  },
  'sign-in-expired': {
    message: 'This sign-in is over.',
    next: 'Sign in again with the temporary password, the newest one that you were sent. It took too long, or was finished or replaced elsewhere.',
  },
  'second-factor-over': {
    message: 'This sign-in is over, or paused after several wrong codes.',
    next: 'Wait a moment and sign in again.',
  },
  'attribute-refused': {
    message: 'Something that you filled in is not in the form that it needs to have.',
    next: 'Phone numbers begin with + and the country code, dates are like 1815-12-10.',
    operator: `Attributes and their formats: ${pool} › Sign-up. The app client must be able to write those that are required: ${pool} › App clients › Attribute permissions.`,
  },
  'input-refused': {
    message: 'Cognito refused what was entered.',
    next: 'Check the form of the e-mail address, and the password against the rules.',
    operator: `Attributes and their formats: ${pool} › Sign-up. Passwords: ${pool} › Authentication methods › Password policy.`,
  },
  'too-many-attempts': {
    message: 'Too many wrong attempts.',
    next: 'Wait a quarter of an hour, then send a new code.',
  },
  'limit-exceeded': {
    message: 'The limit for this is used up for now.',
    next: `Wait a while and try again; it may take up to an hour. ${kept}`,
    operator: 'Quotas: Service Quotas console › Amazon Cognito User Pools.',
  },
  throttled: {
    message: 'There are too many requests at the moment.',
    next: `Wait a few seconds and try again. ${kept}`,
    operator: 'Quotas: Service Quotas console › Amazon Cognito User Pools.',
  },
  'access-denied': {
    message: 'AWS does not permit this.',
    next: notYours,
    operator:
      'Check the permissions of the identity pool’s roles (IAM console › Roles › the authenticated role), and whether a web ACL guards the user pool (WAF console).',
  },
  'wrong-pool-or-client': {
    message: 'This app is set up for a user pool or an app client that does not exist.',
    next: notYours,
    operator: `Compare region, user pool ID and app client ID with ${pool} › App clients. A pool in another region looks the same as none: the region selector at the top right of the console must show the region of the configuration.`,
  },
  'pool-misconfigured': {
    message: 'The user pool is not set up completely.',
    next: notYours,
    operator: `Its e-mail settings, Lambda triggers and feature plan: ${pool}.`,
  },
  'flow-not-allowed': {
    message: 'The user pool refused this way of signing in.',
    next: notYours,
    operator: `The app client must allow ALLOW_USER_SRP_AUTH, ALLOW_USER_AUTH and ALLOW_REFRESH_TOKEN_AUTH, and have no client secret: ${pool} › App clients › Authentication flows.`,
  },
  unreachable: {
    message: 'Cognito cannot be reached.',
    next: `Check your connection and try again. ${kept}`,
    operator:
      'If other pages load: the region of the configuration may be wrong, an extension or a proxy may block the request, or this site’s origin is not accepted (CORS): see the app client’s callback URLs and allowed OAuth flows. On the local AWS: is it still running in the terminal?',
  },
  offline: {
    message: 'You are offline.',
    next: `Try again when you are connected. ${kept}`,
  },
  'aws-failed': {
    message: 'Cognito could not answer.',
    next: `This is on the other side. Wait a moment and try again. ${kept}`,
    operator: 'AWS Health Dashboard › Service health.',
  },
  'session-ended': {
    message: 'Your session has ended.',
    next: 'Sign in again.',
  },
  'redirect-cancelled': {
    message: 'You cancelled signing in.',
    next: 'Nothing has changed. Try again, or choose another way.',
  },
  'redirect-expired': {
    message: 'Signing in took too long, or was finished elsewhere.',
    next: 'Start again: if you have just entered your password, you need not enter it twice.',
    operator: `A code works once, for five minutes. If this happens to everybody: the app client must be able to read every attribute of the scopes it asks for (${pool} › App clients › Attribute permissions), and its callback URL must be the app’s to the letter.`,
  },
  'redirect-stray': {
    message: 'This answer does not belong to a sign-in of this tab.',
    next: 'It was started in another tab, or too long ago. Start again here.',
  },
  'redirect-used': {
    message: 'This sign-in was interrupted.',
    next: 'An answer can be used once only. Start again: you need not enter your password twice.',
  },
  'redirect-forgetful': {
    message:
      'This browser keeps nothing for this site, so it cannot sign you in by way of another page.',
    next: 'Sign in with your password here. Or allow this site to store data, remove what it has stored, and reload.',
  },
  'redirect-linked': {
    message: 'Your accounts have just been linked.',
    next: 'Sign in once more the same way to finish.',
  },
  'redirect-attributes': {
    message: 'The provider did not share all that this app needs, such as your e-mail address.',
    next: 'Allow it when the provider asks; one that remembers your answer asks anew once you remove this app from your account there. Or choose another way to sign in.',
    operator: `Map what the pool requires: ${pool} › Social and external providers › the provider › Attribute mapping, and ask for the scopes that hold it.`,
  },
  'redirect-disabled': {
    message: 'This account has been disabled.',
    next: 'Ask whoever runs this app about it.',
    operator: `Enable it: ${pool} › Users.`,
  },
  'redirect-refused': {
    message: 'The sign-in page refused the request.',
    next: 'Try again, or choose another way. If it stays like this, the details help whoever runs this app.',
    operator: `The description in the technical name is the user pool’s own, or that of the provider that was asked. Compare with ${pool} › App clients › Login pages.`,
  },
  'redirect-failed': {
    message: 'The sign-in page, or the provider behind it, could not answer.',
    next: 'Wait a moment and try again. Another way to sign in may work meanwhile.',
    operator:
      'A description in the technical name is from whoever failed: the provider, whose status page may say more, or Cognito (AWS Health Dashboard › Service health).',
  },
  'redirect-mismatch': {
    message: 'The sign-in page does not know the address of this app.',
    next: notYours,
    operator: `The page’s origin followed by /callback must be among the Allowed callback URLs, and followed by / among the Allowed sign-out URLs, to the letter: scheme, host, port, path, no further slash (${pool} › App clients › Login pages).`,
  },
  'redirect-misconfigured': {
    message: 'The user pool is not set up for this way of signing in.',
    next: notYours,
    operator: `The app client must allow the authorization code grant, the scopes openid, email, profile and aws.cognito.signin.user.admin, and the provider: ${pool} › App clients › Login pages. Mapped attributes must be mutable, and writable by the app client.`,
  },
  'redirect-provider-down': {
    message: 'The provider did not answer in time.',
    next: 'Wait a moment and try again, or choose another way.',
  },
  'redirect-provider-refused': {
    message: 'The provider and the user pool do not agree.',
    next: `Choose another way. ${notYours}`,
    operator: `The client ID or secret is wrong (${pool} › Social and external providers), or the provider does not list https://your-domain/oauth2/idpresponse as a redirect URI.`,
  },
  'password-wrong': {
    message: 'That password is not right.',
    next: 'Check it and try again. After several wrong passwords there is a pause.',
  },
  'app-not-enabled': {
    message: 'Authenticator apps are not offered here.',
    next: 'The user pool of this app has no second step by authenticator app.',
    operator: `Turn it on: ${pool} › Sign-in › Multi-factor authentication.`,
  },
  'factor-not-allowed': {
    message: 'The user pool does not allow this change.',
    next: 'A second step that everybody must have cannot be turned off, and a way that codes reset the password by cannot be the second step, too.',
    operator: `${pool} › Sign-in › Multi-factor authentication, and User account recovery.`,
  },
  'passkeys-not-enabled': {
    message: 'Passkeys are not offered here.',
    next: 'The user pool of this app does not let people sign in with one.',
    operator: `Allow them: ${pool} › Sign-in › Options for choice-based sign-in. They need the feature plan Essentials or Plus.`,
  },
  'passkey-misconfigured': {
    message: 'Passkeys do not work at this address.',
    next: notYours,
    operator: `The relying party has to be the host of this page, or a domain above it: ${pool} › Sign-in › Passkey. A change orphans the passkeys that there are.`,
  },
  'passkey-cancelled': {
    message: 'No passkey was used or made.',
    next: 'The question of your browser was closed, or took too long. Nothing has changed; try again.',
  },
  'passkey-exists': {
    message: 'This device has a passkey for this account already.',
    next: 'Use that one, or delete it first.',
  },
  'passkey-not-supported': {
    message: 'This browser or device cannot make the kind of passkey that is needed.',
    next: 'Try another browser, your phone, or a security key.',
  },
  'passkey-failed': {
    message: 'The passkey could not be used.',
    next: 'Try again; nothing has changed.',
  },
  'passkey-limit': {
    message: 'An account can have twenty passkeys, and no more.',
    next: 'Delete one that you no longer use.',
  },
  'address-taken': {
    message: 'Another account has this address already.',
    next: 'Take another one, or sign in to that account and take it off there.',
  },
  'address-refused': {
    message: 'The user pool does not take this address.',
    next: 'Check it. A phone number begins with + and the country code, as in +44 20 7946 0000.',
  },
  'change-not-allowed': {
    message: 'The user pool does not allow this change here.',
    next: notYours,
    operator: `The app client must be able to write the attribute: ${pool} › App clients › Attribute permissions.`,
  },
  'way-not-offered': {
    message: 'This address cannot be signed in to in that way.',
    next: 'Check the address, or sign in with your password.',
  },
  unexpected: {
    message: 'Something went wrong that this page did not expect.',
    next: `Try again. ${kept} If it happens again, the details help whoever looks into it.`,
  },
} as const satisfies Record<string, ProblemWords>
