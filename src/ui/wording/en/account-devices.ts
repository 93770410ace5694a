/** What `/account/security/devices` says. */
export const deviceWords = {
  title: 'Remembered devices',
  rowText: 'Devices that you have signed in on with your password.',
  manage: 'Manage devices',
  intro:
    'Where the user pool of this app allows it, a remembered device stands for your second step: there your password is enough.',
  none: 'No devices yet',
  noneText:
    'Those that you sign in on with your password here stand on this page, where the user pool of this app keeps track of them.',
  noneProvider: (provider: string) =>
    `You sign in with ${provider}, and such a sign-in is of no device. Nothing is remembered of yours.`,
  current: 'This device',
  unknown: 'Unknown device',
  lastUsed: 'Last signed in',
  added: 'Added',
  remember: 'Remember this device',
  rememberText:
    'Your second step is then not asked for here any more, where the pool allows it. Not for a device that others use.',
  forget: 'Forget',
  forgetLabel: (what: string, used: string) => `Forget ${what}, last used ${used}`,
}
