import type { Refusal } from '../refusals.ts'

/** What the pages say, but for errors. Other languages have the same, whole by type. */
export const words = {
  footer:
    'Managed login of the local AWS. Accounts exist on this computer only, and no code is really sent: the terminal says where to read it.',
  inbox: 'Open the inbox',
  problem: 'There is a problem',
  problemTitle: (title: string) => `Error: ${title}`,
  email: 'Email',
  phoneNumber: 'Phone number',
  username: 'Username',
  password: 'Password',
  newPassword: 'New password',
  code: 'Code',
  codeHint: 'Six digits',
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    noAccount: 'No account yet?',
    signUp: 'Create an account',
  },
  signUp: {
    title: 'Create an account',
    submit: 'Create account',
    haveAccount: 'Already have an account?',
    signIn: 'Sign in',
    passwordOptional: 'Leave it empty to sign in with codes instead.',
  },
  confirm: {
    title: 'Confirm your account',
    sentTo: (destination: string) => `We sent a code to ${destination}.`,
    ask: 'Enter the code that we sent you.',
    submit: 'Confirm account',
    resend: 'Send a new code',
    done: 'Your account is confirmed',
    doneText: 'You can close this page and sign in.',
    linkSentTo: (destination: string) =>
      `We sent a link to ${destination}. Open it to confirm your account, then sign in.`,
    askLink: 'Open the link that we sent you to confirm your account, then sign in.',
    resendLink: 'Send a new link',
    linkFix:
      'Sign in with your password. If your account is not confirmed yet, we send you a new message.',
    goToApp: 'Go to the app',
  },
  forgot: {
    title: 'Reset your password',
    intro: 'We send a code to the address or number of your account.',
    submit: 'Send code',
    back: 'Back to sign-in',
    haveCode: 'I have the code already',
  },
  reset: {
    title: 'Choose a new password',
    submit: 'Change password',
  },
  newPasswordRequired: {
    title: 'Choose a password of your own',
    intro: 'The one you signed in with was temporary.',
    submit: 'Save and sign in',
  },
  firstFactor: {
    title: 'Choose how to sign in',
    next: 'Next',
    /** @param name as it was typed. */
    as: (name: string) => `You are signing in as ${name}.`,
    notYou: 'Use another account',
    passwordTitle: 'Enter your password',
    codeTitle: 'Enter the code',
    PASSWORD: 'Use password',
    EMAIL_OTP: 'Send code by email',
    SMS_OTP: 'Send code by text message',
    WEB_AUTHN: 'Use passkey',
    other: 'Sign in another way',
  },
  passkey: {
    title: 'Use your passkey',
    intro: 'Your browser asks for your fingerprint, your face, a PIN or a security key.',
    needsScript: 'A passkey needs JavaScript, and this browser runs none here.',
    unsupported: 'This browser has no passkeys.',
    cancelled: 'That was cancelled, or took too long. Try again.',
    failed: 'This passkey cannot be used here.',
  },
  addPasskey: {
    title: 'Set up sign-in with a passkey',
    intro:
      'With a passkey you sign in by your fingerprint, your face or your screen lock, and need no password.',
    submit: 'Add passkey',
    later: 'Not now',
    exists: 'This device has a passkey for this account already.',
    failed: 'The passkey could not be added.',
  },
  secondFactor: {
    title: 'Confirm that it is you',
    app: 'Enter the code that your authenticator app shows.',
    submit: 'Continue',
  },
  chooseFactor: {
    title: 'Choose how to confirm',
    SOFTWARE_TOKEN_MFA: 'Authenticator app',
    SMS_MFA: 'Text message',
    EMAIL_OTP: 'Email',
  },
  setUpApp: {
    title: 'Set up an authenticator app',
    intro:
      'Your account needs a second step. Scan the code with an authenticator app, or type in the key, and enter the code that it shows.',
    key: 'Key',
    qrCode: 'QR code for your authenticator app',
    submit: 'Confirm and sign in',
  },
  setUpEmail: {
    title: 'Add an email address',
    intro: 'Your account needs a second step. We send a code to this address.',
    submit: 'Send code',
  },
  feedback: {
    title: 'Thank you for telling us',
    valid: 'We will take sign-ins like this one for yours.',
    invalid: 'Choose a new password, so that nobody else gets in.',
    badLink: 'This link cannot be used. Open the one in the newest message.',
  },
  or: 'or',
  continueWith: (provider: string) => `Continue with ${provider}`,
  linking:
    'If there is an account with the same verified email already, this signs you in to that account.',
  notices: {
    confirmed: 'Your account is confirmed. You can sign in now.',
    'password-changed': 'Your password has been changed. You can sign in now.',
    resent: 'A new code is on its way. The one before no longer works.',
    'reset-required': 'Your password has to be reset before you can sign in.',
    'sign-in-again': 'Signing in took too long. Sign in again.',
    'too-many-codes': 'Too many wrong codes. Sign in again.',
  },
  unfit: (label: string) => `This cannot be right: ${label}.`,
  unfitPassword: 'Use at most 256 characters, and no space at the beginning or the end.',
  missing: (label: string) => `Enter: ${label}.`,
  rules: {
    /** @param needs the others, joined as the language does. */
    all: (needs: string) => `Passwords need ${needs}.`,
    /** @param count written as the language does; six or more. */
    length: (count: string) => `at least ${count} characters`,
    lowercase: 'a lower-case letter',
    uppercase: 'an upper-case letter',
    numbers: 'a number',
    symbols: 'a symbol',
  },
  /** OpenID Connect's; a pool's own are called by their names. */
  attributes: {
    address: 'Address',
    birthdate: 'Date of birth',
    email: 'Email',
    family_name: 'Family name',
    gender: 'Gender',
    given_name: 'Given name',
    locale: 'Locale',
    middle_name: 'Middle name',
    name: 'Name',
    nickname: 'Nickname',
    phone_number: 'Phone number',
    picture: 'Address of a picture',
    preferred_username: 'Preferred username',
    profile: 'Address of your profile',
    website: 'Website',
    zoneinfo: 'Time zone',
  },
}

export type PageWords = typeof words

/** What a user pool refuses, said by the page. */
export interface UserPoolWords {
  refusals: Readonly<Record<Refusal, string>>
  /** @param reason in the words of the user pool, or of a trigger. */
  refused: (reason: string) => string
}

/** Another language. In English a user pool speaks for itself. */
export interface Translation extends PageWords {
  userPool: UserPoolWords
}
