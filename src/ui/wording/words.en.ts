import { slips } from './slips.en.ts'

/** All that the signed-out pages say, in one place, ready to be translated. */
export const words = {
  product: 'Cognito Starter',
  skipToContent: 'Skip to content',
  errorTitlePrefix: 'Error: ',

  /** What a form says without asking AWS; `problems.en.ts` has the rest. */
  slips,

  nav: {
    label: 'Main',
    signIn: 'Sign in',
    signUp: 'Create account',
    profile: 'Profile',
    signOut: 'Sign out',
    signingOut: 'Signing out',
    local: 'Local AWS',
    localTitle: 'Accounts, mail and files stay on this computer.',
    signedOut: 'You are signed out.',
  },

  form: {
    problemHeading: 'There is a problem',
    details: 'Details',
    technicalName: 'Technical name:',
    forOperators: 'For whoever runs this app:',
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'New password',
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    passwordShown: 'Your password is shown',
    passwordHidden: 'Your password is hidden',
    code: 'Code',
    codeHint: 'The digits from the message. Spaces do not matter.',
    rules: 'Your password needs',
    ruleMet: 'met',
    ruleNotMet: 'not met yet',
    working: 'Working',
  },

  rules: {
    length: (count: number) => `at least ${String(count)} characters`,
    lowercase: 'a lower-case letter',
    uppercase: 'an upper-case letter',
    number: 'a number',
    symbol: 'a symbol, such as ! ? or #',
  },

  signIn: {
    title: 'Sign in',
    intro: 'Welcome back.',
    keep: 'Keep me signed in on this device',
    keepHint: 'Only on a device that nobody else uses. Otherwise closing the tab signs you out.',
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
    },
  },

  signUp: {
    title: 'Create account',
    intro: 'An e-mail address and a password will do.',
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
    resendWait: 'You can have a new code sent in a moment.',
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
      heading: 'Your password stays here',
      text: 'Signing in proves that you know your password without sending it: the browser and Cognito each do their half of the Secure Remote Password protocol.',
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

  home: {
    title: 'Cognito Starter',
    heading: 'Sign-in that is ready to be yours',
    intro:
      'Accounts, sessions and private file storage on Amazon Cognito and S3, complete and tested. It runs whole on your own computer, and unchanged on AWS.',
    create: 'Create account',
    signIn: 'Sign in',
    profile: 'Open your profile',
    welcomeBack: 'You are signed in.',
    pictureTitle: 'How a picture gets into your profile',
    picture: {
      browser: 'Browser',
      browserNote: 'signs in without sending your password',
      userPool: 'User pool',
      userPoolNote: 'proves who you are',
      identityPool: 'Identity pool',
      identityPoolNote: 'lends AWS credentials for an hour',
      storage: 'S3',
      storageNote: 'keeps your files, for you alone',
    },
    points: [
      {
        heading: 'An account in a minute',
        text: 'Sign up with an address and a password, confirm it with a code, and you are in. Every mistake on the way says what happened and what to do.',
      },
      {
        heading: 'A profile that is yours alone',
        text: 'Name, links and a picture, under a prefix in S3 that only your own temporary credentials can open.',
      },
      {
        heading: 'The same on AWS',
        text: 'One CloudFormation template describes it all. The local AWS loads it, and AWS deploys it: what you try is what you get.',
      },
    ],
    outro: 'Open source, Apache 2.0. Everything shown here is in the repository.',
  },

  notFound: {
    title: 'Page not found',
    heading: 'There is nothing at this address',
    text: 'It may have been mistyped, or the page has moved.',
    home: 'Go to the start page',
  },

  error: {
    title: 'Something went wrong',
    heading: 'Something went wrong',
    text: 'This page ran into an error that it did not expect. Nothing that you saved is lost.',
    offline: 'A part of the app could not be loaded. Check your connection and try again.',
    again: 'Try again',
    home: 'Go to the start page',
  },

  loading: 'Loading',
}
