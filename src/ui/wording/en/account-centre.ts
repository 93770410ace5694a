/** What the pages below `/account` say. */
export const accountCentreWords = {
  title: 'Your account',
  nav: {
    label: 'Account',
    overview: 'Overview',
    security: 'Security',
    personal: 'Personal information',
    logins: 'Linked logins',
    delete: 'Delete account',
  },
  back: 'Back to security',
  backToPersonal: 'Back to personal information',
  again: 'Try again',
  on: 'On',
  off: 'Off',
  first: 'Asked first',
  cancel: 'Cancel',
  working: 'This takes a moment.',

  overview: {
    intro: 'How you sign in, and what this app knows of you.',
    open: 'Manage',
    manage: (what: string) => `Manage: ${what}`,
    signedInAs: 'Signed in as',
    personal: 'Your name, your e-mail address, and what else the account holds.',
    logins: 'Google and other accounts that lead here.',
    delete: 'Everything that this account holds, gone for good.',
  },

  session: {
    title: 'Tokens and credentials',
    text: 'What AWS has given this browser, what each claim means, and what it may do.',
    look: 'Look inside',
  },

  security: {
    intro: 'Who gets in, and with what.',
    signIn: 'Signing in',
    secondStep: 'Second step',
    secondStepIntro:
      'After the password comes a code that only you can get at. A stolen password is then worth nothing.',
    places: 'Where you are signed in',
    password: 'Password',
    passwordSet: 'Set',
    passwordNone: 'None',
    passwordText: 'Change it when somebody may know it.',
    passwordNoneText: 'You sign in without one, by code or passkey. You can set one all the same.',
    passwordProvider: (provider: string) =>
      `You sign in with ${provider}. Your password is kept there, and changed there.`,
    change: 'Change password',
    set: 'Set a password',
    passkeys: 'Passkeys',
    passkeysText: 'Sign in with your fingerprint, face or PIN. Nobody can guess one or phish it.',
    passkeysProvider: (provider: string) =>
      `You sign in with ${provider}, so a passkey is theirs to offer.`,
    passkeysUnavailable: 'The feature plan of this app’s user pool has none.',
    passkeyCount: (count: number) =>
      count === 0 ? 'None' : count === 1 ? '1 passkey' : `${count} passkeys`,
    managePasskeys: 'Manage passkeys',
    addPasskey: 'Add a passkey',
    app: 'Authenticator app',
    appText: 'A code from an app on your phone. It works without a network.',
    setUpApp: 'Set up',
    manageApp: 'Manage',
    providerStep: (provider: string) =>
      `You sign in with ${provider}, which has a second step of its own. This app never asks you for one.`,
    message: { SMS: 'Text message', EMAIL: 'Code by e-mail' },
    messageNotOffered: {
      SMS: 'This app sends no codes by text message.',
      EMAIL: 'This app sends no codes by e-mail as a second step.',
    },
    messageNeeds: {
      SMS: 'It takes a phone number that the code can go to.',
      EMAIL: 'It takes an e-mail address that the code can go to.',
    },
    messageAdd: { SMS: 'Add a phone number', EMAIL: 'Add an e-mail address' },
    appNotOffered: 'The user pool of this app does not take codes of an authenticator app.',
    noSecondStep: 'The user pool of this app asks for none, so there is nothing to set up.',
    secondRequired:
      'This app asks everybody for a second step, so none can be turned off. You choose which one comes first.',
    turnOn: 'Turn on',
    turnOnLabel: (factor: string) => `Turn on: ${factor}`,
    passkeysNotOffered: 'The user pool of this app does not let people sign in with one.',
    passkeysOtherHost: 'The passkeys of this app are for another address than this page’s.',
    messageText: {
      SMS: 'A code to your phone number.',
      EMAIL: 'A code to your e-mail address.',
    },
    preferThis: 'Ask for this first',
    preferLabel: (factor: string) => `Ask for this first: ${factor}`,
    turnOff: 'Turn off',
    turnOffLabel: (factor: string) => `Turn off: ${factor}`,
    sessions: 'Sessions',
    sessionsText: 'End the sessions that you do not know, or all of them.',
    manageSessions: 'Manage sessions',
  },

  password: {
    changeTitle: 'Change your password',
    setTitle: 'Set a password',
    current: 'Current password',
    new: 'New password',
    change: 'Change password',
    set: 'Set password',
    setIntro: 'Then you can sign in by password, too. A password cannot be taken away again.',
    forgot: 'Forgot it?',
    currentMissing: 'Enter your current password.',
  },

  app: {
    title: 'Authenticator app',
    intro: 'Scan the code with an authenticator app, and enter the code that it shows.',
    introReplace:
      'Scan the code with the new app. The one that you have goes on working until the code of the new one is entered.',
    qrCode: 'QR code for your authenticator app',
    open: 'Open in an app on this device',
    key: 'Or type this key in:',
    copy: 'Copy key',
    copied: 'Key copied',
    notCopied: 'Copying is not allowed here: select the key.',
    codeHint: 'The six digits that the app shows now.',
    confirm: 'Turn on',
    isOn: 'Your authenticator app is on. You are asked for its code when you sign in.',
    lost: 'If you lose the phone, you need another second step that is on, or whoever runs this app to take it off your account. So keep the key somewhere safe, or turn a second one on.',
    replace: 'Set up another app',
    turnOff: 'Turn off',
    turnOffText: 'Your password alone is then enough to get in.',
  },

  passkeys: {
    title: 'Passkeys',
    intro:
      'A passkey stays on your device or in your password manager, and signs you in with your fingerprint, face or PIN.',
    add: 'Add a passkey',
    none: 'You have no passkeys yet',
    noneText:
      'Add one on each device that you use, or one that your password manager carries along.',
    notHere: 'This browser cannot make passkeys. Open this page in another one, or on your phone.',
    full: 'You have twenty, which is as many as an account can have.',
    created: 'Created',
    platform: 'On a device',
    roaming: 'Security key or phone',
    delete: 'Delete',
    deleteLabel: (name: string, created: string) => `Delete ${name}, created ${created}`,
    deleteTitle: 'Delete this passkey?',
    deleteText:
      'It no longer signs you in. Your device still lists it until you delete it there, too.',
    unnamed: 'Passkey',
  },

  sessions: {
    title: 'Sessions',
    intro: 'Every browser that you have signed in with and not signed out of is a session.',
    list: 'Where you are signed in',
    current: 'This session',
    browserOn: (browser: string, system: string) => `${browser} on ${system}`,
    unknown: 'Unknown browser',
    anotherApp: 'At another app of this user pool',
    signInPage: 'At the sign-in page, which would let you in again without a password',
    lastUsed: 'Last used',
    signedIn: 'Signed in',
    end: 'End',
    endLabel: (what: string, used: string) => `End ${what}, last used ${used}`,
    endOthers: (count: number) => (count === 1 ? 'End the other session' : 'End all others'),
    othersText:
      'All but this one. Whoever has one of them can do nothing more to your account at once, and loses your files within the hour.',
    unavailable:
      'There is no list of them here: the user pool of this app does not keep one, or has not begun this one yet. You can end them all the same.',
    endAll: 'Sign out everywhere',
    endAllText:
      'Ends all sessions, this one too; you sign in again afterwards. Whoever holds a session elsewhere can do nothing more to your account at once, and loses their files within the hour.',
  },

  prove: {
    title: 'Confirm that it is you',
    intro: 'What you are about to do is worth a second look. Enter your password once more.',
    introCode: 'Enter the code of your second step.',
    introProvider: (provider: string) =>
      `What you are about to do is worth a second look. You are signed out here, sign in with ${provider} again, and come back.`,
    withProvider: (provider: string) => `Sign in again with ${provider}`,
    introOther:
      'What you are about to do is worth a second look. You are signed out here, sign in again, and come back.',
    withOther: 'Sign in again',
    submit: 'Continue',
  },

  done: {
    'password-changed': 'Your password is changed.',
    'password-set': 'Your password is set.',
    'app-on': 'Your authenticator app is on.',
    'app-off': 'The authenticator app is off.',
    'factor-on': 'This second step is on.',
    'factor-off': 'This second step is off.',
    'factor-first': 'You are asked for this first from now on.',
    'passkey-added': 'The passkey is there. Use it when you sign in next.',
    'passkey-deleted': 'The passkey is deleted.',
    'device-remembered': 'This device is remembered.',
    'device-forgotten': 'That device is forgotten.',
    'email-changed': 'Your e-mail address is verified, and counts from now on.',
    'phone-changed': 'Your phone number is verified, and counts from now on.',
    'contact-saved': 'It is saved. The user pool of this app asks for no code.',
    'contact-removed': 'It is removed.',
    'personal-saved': 'Your details are saved.',
    'session-ended': 'That session is over.',
    'others-ended': 'All other sessions are over.',
  },
  others: {
    text: 'Sessions elsewhere go on as before. If somebody else may have one, end them all.',
    action: 'Sign out everywhere',
    counted: (count: number) =>
      count === 1
        ? 'You are signed in in one other place, and stay so. If it may not be you, end it.'
        : `You are signed in in ${count} other places, and stay so. If one of them may not be you, end them.`,
    look: 'See them',
  },
}
