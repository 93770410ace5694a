/** What is said once to whoever has signed in with a password. */
export const passkeyOfferWords = {
  title: 'Sign in faster next time',
  intro: 'With a passkey you sign in by fingerprint, face or PIN on this device.',
  add: 'Create a passkey',
  skip: 'Not now',
  later: 'We ask once. You find passkeys at any time in your account, under Security.',
  fact: {
    heading: 'What a passkey is',
    text: 'A key that stays on your device or in your password manager. Nobody can guess it, and no copy of this page can get it from you. Your password keeps working.',
  },
}
