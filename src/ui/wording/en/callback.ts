/** The page that the domain sends people back to. */
export const callbackWords = {
  title: 'Signing you in',
  heading: 'Signing you in',
  text: 'You are back. One moment, while your sign-in is being completed.',
  failedTitle: 'You are not signed in',
  again: (provider: string) => (provider === '' ? 'Try again' : `Try again with ${provider}`),
  finish: 'Finish signing in',
  otherWay: 'Choose another way',
  start: 'Go to sign-in',
}
