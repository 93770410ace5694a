/** What the start page says. */
export const homeWords = {
  heading: 'Sign-in that is ready to be yours',
  intro:
    'Accounts, sessions and private file storage on Amazon Cognito and S3, complete and tested. It runs whole on your own computer, and unchanged on AWS.',
  create: 'Create account',
  signIn: 'Sign in',
  profile: 'Open your profile',
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
  waysHeading: 'Two ways in',
  redirect: {
    heading: 'By redirect',
    text: 'You sign in at the user pool’s own domain, or with Google and others by way of it, and come back with a code. The app never sees a password: the way to prefer.',
    stations: ['App', 'Sign-in page', 'Provider'],
  },
  direct: {
    heading: 'In the app',
    text: 'A form in the app proves your password to the user pool without sending it. Everything happens in one place, under your own design.',
    stations: ['App', 'User pool'],
  },
  ada: 'Continue as Ada (Google)',
  adaNote: 'On the local AWS: one more click, on the local Google’s page.',
  deleted: 'Your account is deleted.',
  signedOut: 'You are signed out.',
  unreached:
    'The sign-in page could not be reached. Its own session ends by itself, an hour after you signed in there.',
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
  diagnostics: 'Diagnostics',
}
