/** What `/account/activity` says. */
export const activityWords = {
  title: 'Recent activity',
  rowText: 'What happened on your account, and what to do if it was not you.',
  look: 'See recent activity',
  intro: 'Sign-ins that are still good, and what has been added to your account, newest first.',
  list: 'What happened',
  signedIn: 'Signed in',
  deviceAdded: 'New device',
  passkeyAdded: 'Passkey added',
  unknownDevice: 'Unknown device',
  none: 'There is nothing to tell',
  noneText: 'What you add to your account will stand here.',
  noSessions:
    'Sign-ins are not in this list: the user pool of this app keeps no list of sessions, or has not begun yours yet.',

  was: 'Was this you?',
  wasIntro: 'If something in the list was not you, do this in turn.',
  password: 'Change your password',
  passwordText: 'Whoever knows the one of today can then do nothing with it.',
  provider: (provider: string) => `Secure your account at ${provider}`,
  providerText: (provider: string) =>
    `You sign in with ${provider}, so that is where your password is changed.`,
  sessions: 'End the sessions that are not yours',
  sessionsText: 'A new password alone ends none of them.',
  devices: 'Forget devices that are not yours',
  devicesText: 'They are asked for your second step again.',
  passkeys: 'Delete passkeys that are not yours',
  passkeysText: 'Whoever has made one could sign in with it.',

  missing: 'What this list cannot show',
  missingText:
    'Attempts that failed or were stopped, and sessions that are over. AWS tells of them to whoever runs this app, and to nobody by their own sign-in. If you were told that a sign-in was stopped, the mail about it asks whether it was you.',
  operator:
    'AdminListUserAuthEvents has them, in a pool with threat protection. It takes AWS credentials that no browser may have, so that a server of yours would ask for whoever is signed in.',
}
