import { slips } from './slips.en.ts'

/** What the pages say on which people sign up, sign in and get back in. */
export const accountWords = {
  /** What a form says without asking AWS; `problems.en.ts` has the rest. */
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
    keepHint: 'Without it, closing the tab signs you out. Not for a device that others use.',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
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
      'signed-out': 'You are signed out. Sign in with the other account.',
    },
  },

  ways: {
    managed: 'Continue with managed login',
    why: 'Recommended: your password is typed on the user pool’s own page only, never in the app.',
    more: 'Why that is safer',
    moreText:
      'What an app never sees, no fault in it can give away: this is the best current practice for apps in a browser,',
    rfc: 'RFC 10017',
    continueWith: 'Continue with',
    linking:
      'If you have an account with the same address, and the provider has confirmed it, you get to that account.',
    or: 'Or with a password, here',
  },

  signUp: {
    title: 'Create account',
    emailHint: 'We send a code there to make sure that it is yours.',
    submit: 'Create account',
    haveAccount: 'Have an account?',
    signIn: 'Sign in',
  },

  confirm: {
    title: 'Confirm your account',
    heading: 'Check your mail',
    sentTo: (destination: string) => `We sent a code to ${destination}.`,
    sent: 'We sent you a code.',
    notSent: 'Enter the code from the mail that we sent you when you created the account.',
    lifetime: (hours: number) =>
      `It works for ${hours === 1 ? 'one hour' : `${String(hours)} hours`}, once.`,
    submit: 'Confirm account',
    resend: 'Send a new code',
    resendIn: (seconds: number) => `Send a new code in ${String(seconds)} s`,
    resent: (destination: string) =>
      `A new code is on its way to ${destination}. The one before no longer works.`,
    resentUnnamed: 'A new code is on its way. The one before no longer works.',
    otherAddress: 'Use a different address',
    signIn: 'Sign in instead',
  },

  inbox: {
    heading: 'Local inbox',
    explain: 'On the local AWS no mail leaves this computer.',
    use: (code: string) => `Use code ${code}`,
    used: 'The code is filled in.',
    none: 'No message for this address yet.',
    look: 'Look again',
  },

  forgot: {
    title: 'Reset your password',
    intro: 'Tell us your address, and we send you a code to choose a new password with.',
    required:
      'Your password has to be changed before you can sign in. We send you a code to choose a new one with.',
    submit: 'Send code',
    back: 'Back to sign in',
    checkTitle: 'Choose a new password',
    sent: (email: string) => `If there is an account for ${email}, a code is on its way to it.`,
    resent:
      'If there is an account for this address, a new code is on its way. The one before no longer works.',
    submitNew: 'Change password',
    otherAddress: 'Use a different address',
  },

  facts: {
    signIn: {
      heading: 'The form sends no password',
      text: 'It proves that you know yours: the browser and Cognito each do their half of the Secure Remote Password protocol.',
    },
    signUp: {
      heading: 'What happens next',
      text: 'Cognito keeps the account unconfirmed until you enter the code that it sends you. Then you are signed in, and your profile is yours alone.',
    },
    confirm: {
      heading: 'Why we ask',
      text: 'It shows that the address is yours, so that nobody can open an account in your name, and you can always get back in.',
    },
    forgot: {
      heading: 'The same answer for everyone',
      text: 'Whether or not an address has an account, this page says the same. Nobody can use it to find out who is here.',
    },
  },
}
