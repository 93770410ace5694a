import { slips } from './slips.ts'

/** What the pages say on which people sign up, sign in and get back in. */
export const accountWords = {
  /** What a form says without asking AWS; `problems.ts` has the rest. */
  slips,

  rules: {
    length: (count: number) => `at least ${String(count)} characters`,
    lowercase: 'a lower-case letter',
    uppercase: 'an upper-case letter',
    number: 'a number',
    symbol: 'a symbol, such as ! ? or #',
  },

  signIn: {
    title: 'Sign in',
    keep: 'Keep me signed in on this device',
    keepHint: 'Without it, closing the last tab signs you out. Not for a device that others use.',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    passwordless: {
      WEB_AUTHN: 'Use a passkey',
      EMAIL_OTP: 'Get a code by e-mail',
      SMS_OTP: 'Get a code by text message',
      MAGIC_LINK: 'Get a link by e-mail',
    },
    noAccount: 'New here?',
    createAccount: 'Create an account',
    alreadyHeading: 'You are signed in',
    alreadyAs: (email: string) => `You are signed in as ${email}.`,
    alreadyUnnamed: 'You are already signed in in this browser.',
    continue: 'Continue',
    switch: 'Use another account',
    notices: {
      confirmed: 'Your account is confirmed. Sign in to go on.',
      'password-changed': 'Your password is changed. Sign in with the new one.',
      'session-ended': 'Your session has ended. Sign in again to go on where you were.',
      'sign-in-again': 'Signing in was interrupted, or took too long. Sign in again.',
      'signed-out': 'You are signed out. Sign in with the other account.',
    },
  },

  signUp: {
    title: 'Create account',
    emailHint: 'We write to it, to make sure that it is yours.',
    submit: 'Create account',
    haveAccount: 'Have an account?',
    signIn: 'Sign in',
  },

  facts: {
    signIn: {
      heading: 'The form sends no password',
      text: 'It proves that you know yours: the browser and Cognito each do their half of the Secure Remote Password protocol.',
    },
    signUp: {
      heading: 'What happens next',
      text: 'Cognito keeps the account unconfirmed until you enter the code that it sends you, or open the link. Then your profile is yours alone. If you have come by a provider such as Google before, go on with it: a password makes an account of its own.',
    },
  },
}
