import { brandName } from '../../brand.ts'

/** What stands around the pages; each kind of page has its own words beside this file. */
export const words = {
  /** As BCP 47 has it. */
  language: 'en',
  languages: 'Language',
  product: brandName,
  skipToContent: 'Skip to content',
  errorTitlePrefix: 'Error: ',

  nav: {
    label: 'Main',
    signIn: 'Sign in',
    signUp: 'Create account',
    profile: 'Profile',
    account: 'Account',
    signOut: 'Sign out',
    local: 'Local AWS',
    localTitle: 'Accounts, mail and files stay on this computer. Opens the inbox.',
    inbox: 'Local AWS: inbox',
    signedOut: 'You are signed out.',
  },

  form: {
    problemHeading: 'There is a problem',
    findOut: 'Find out why',
    details: 'Details',
    technicalName: 'Technical name:',
    forOperators: 'For whoever runs this app:',
    email: 'E-mail address',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    passwordShown: 'Your password is shown',
    passwordHidden: 'Your password is hidden',
    rules: 'Your password needs',
    ruleMet: 'met',
    ruleNotMet: 'not met yet',
    working: 'Working',
  },

  error: {
    title: 'Something went wrong',
    text: 'This page ran into an error that it did not expect. Nothing that you saved is lost.',
    offline: 'A part of the app could not be loaded. Check your connection and try again.',
    again: 'Try again',
    home: 'Go to the start page',
  },

  loading: 'Loading',
  busy: 'AWS is slow to answer. Trying again…',
}
