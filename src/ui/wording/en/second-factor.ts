/** What the page says that asks for more than a password. */
export const secondFactorWords = {
  title: 'Confirm that it is you',
  fromApp: 'Enter the code that your authenticator app shows.',
  sent: 'Enter the code that we sent you.',
  sentTo: (destination: string) => `Enter the code that we sent to ${destination}.`,
  submit: 'Continue',
  again: 'Sign in again',
  otherWay: 'Use another way',
  otherWayText: 'You sign in again for it, and then choose.',
  remember: {
    label: 'Remember this device',
    hint: 'Here your password is enough from then on. Not for a device that others use.',
  },
  factors: { TOTP: 'Authenticator app', SMS: 'Text message', EMAIL: 'E-mail' },
  choose: {
    title: 'Choose how to confirm',
    intro: 'This account has a second step after the password.',
  },
  setUpApp: {
    title: 'Set up an authenticator app',
    intro:
      'This account needs a second step. Scan the code with an authenticator app, and enter the code that it shows.',
    qrCode: 'QR code for your authenticator app',
    open: 'Open in an app on this device',
    key: 'Or type this key in:',
    submit: 'Confirm and sign in',
  },
  setUpEmail: {
    title: 'Add an e-mail address',
    intro: 'This account needs a second step. A code goes to this address.',
    submit: 'Send code',
  },
  inPlaceOfPassword: {
    title: 'Enter your code',
    sent: (email: string, destination: string | undefined) =>
      `If there is an account for ${email}, a code is on its way${destination === undefined ? '' : ` to ${destination}`}. It works for a few minutes, once.`,
    submit: 'Sign in',
    otherWay: 'Sign in another way',
    fact: {
      heading: 'No password needed',
      text: 'Whoever can read what is sent to you can sign in as you, so keep your mail and your phone to yourself. Nobody who works here asks you for a code.',
    },
  },
  fact: {
    heading: 'Why a second step',
    text: 'A password can be guessed, read or given away. A code that only you can get at keeps the account yours even then.',
  },
}
