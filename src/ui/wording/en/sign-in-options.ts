/** Ways to sign in elsewhere. */
export const signInOptionsWords = {
  /** As the providers' brand rules word it. */
  continueWith: (provider: string) => `Continue with ${provider}`,
  or: 'or',
  orForm: 'or with a password',
  /** The domain's own page, where the app has a form too. */
  managed: {
    'sign-in': 'Use the separate sign-in page',
    'sign-up': 'Use the separate sign-up page',
  },
  /** The same, where the app has none. */
  only: 'Continue with e-mail and password',
  more: 'Why that is safer',
  moreText:
    'There your password is typed on the sign-in service’s own page, never in this app. What an app never sees, no fault in it can give away: this is the best current practice for apps in a browser,',
  rfc: 'RFC 10017',
  linking:
    'If you have an account with the same address, and the provider has confirmed it, you get to that account.',
}
