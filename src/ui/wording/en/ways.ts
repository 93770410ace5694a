/** Ways to sign in elsewhere. */
export const waysWords = {
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
}
