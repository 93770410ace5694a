const notYours = 'Whoever runs this app finds help in the details.'

/** What goes wrong with a profile in its bucket. */
export const troubleWords = {
  offline: {
    message: 'You are offline.',
    next: 'What you typed stays here. Try again when you are connected.',
  },
  unreachable: {
    message: 'AWS cannot be reached.',
    next: 'Check your connection and try again. What you typed stays here.',
    operator:
      'If other pages load, the bucket may be in another region, may not exist, or may not accept this site’s origin: S3 console › your bucket › Permissions › CORS. On the local AWS: is it still running in the terminal?',
  },
  busy: {
    message: 'AWS is getting too many requests, or cannot answer at the moment.',
    next: 'Wait a few seconds and try again. What you typed stays here.',
  },
  expired: {
    message: 'The temporary credentials have expired, and new ones are not accepted either.',
    next: 'Sign in again. What you typed stays here.',
  },
  signedOut: {
    message: 'Your session has ended.',
    next: 'Sign in again: what you typed stays here.',
    operator:
      'If that does not help, compare the identity pool’s user pool and app client with your configuration: Cognito console › Identity pools › your pool › User access.',
  },
  denied: (action: string) => ({
    message: `AWS does not permit this: ${action} is missing.`,
    next: `What you typed stays here. ${notYours}`,
    operator: `The authenticated role of the identity pool must allow ${action} below users/<identity ID>/ in this bucket: IAM console › Roles.`,
  }),
  notConfigured: {
    message: 'This app has no place to keep a profile.',
    next: 'What is kept of your account can be changed all the same.',
    operator:
      'Name, bio, links and picture need an identity pool and an S3 bucket, and the configuration names none: set identityPoolId and bucket.',
  },
  noIdentityPool: {
    message: 'This app is set up for an identity pool that does not exist.',
    next: `What you typed stays here. ${notYours}`,
    operator:
      'Compare its ID and region with your configuration: Cognito console › Identity pools › your pool.',
  },
  noRole: {
    message: 'The identity pool has no role for people who are signed in, or may not use it.',
    next: `What you typed stays here. ${notYours}`,
    operator:
      'Choose one that trusts this identity pool: Cognito console › Identity pools › your pool › User access › Authenticated access.',
  },
  noBucket: {
    message: 'The bucket of this app does not exist.',
    next: `What your account keeps is shown all the same. ${notYours}`,
    operator: 'Compare its name and region with S3 console › General purpose buckets.',
  },
  wrongRegion: {
    message: 'The bucket is in another region.',
    next: notYours,
    operator:
      'The region of your configuration must be that of the bucket: S3 console › your bucket › Properties › AWS Region.',
  },
  clock: {
    message: 'The clock of this device is wrong, so AWS does not accept its signature.',
    next: 'Set date and time automatically and try again. What you typed stays here.',
  },
  tooLarge: {
    message: 'That is too large.',
    next: 'Shorten it or choose a smaller picture, and try again.',
  },
  cancelled: { message: 'The upload is cancelled.', next: 'Your picture is as it was.' },
  conflict: {
    message: 'It was changed elsewhere in the meantime, several times over.',
    next: 'Try again.',
  },
  unknown: {
    message: 'Something went wrong that this page did not expect.',
    next: 'What you typed stays here. Try again; if it happens again, the technical name helps whoever looks into it.',
  },
  notLoaded: {
    message: 'A part of this app could not be loaded.',
    next: 'Try again. If it happens again, a newer version may be out: reload the page.',
  },
  encoding: {
    message: 'This browser could not encode the picture.',
    next: 'It may be short of memory: close other tabs, or choose a smaller picture.',
  },
}

/** What goes wrong with what the user pool keeps. */
export const attributeProblemWords = {
  value: (label: string) => ({
    message: `The user pool refused this value for ${label}.`,
    next: 'It may be too long, or not in the form that it needs to have.',
    operator:
      'Cognito console › User pools › your pool › Sign-up › Custom attributes says what an attribute of your own takes.',
  }),
  notKept: (label: string, name: string) => ({
    message: `This user pool does not keep ${label} (${name}), or not so that it can be changed.`,
    next: 'It is left out here; the rest is as usual.',
    operator: 'To have it: Cognito console › User pools › your pool › Sign-up › Custom attributes.',
  }),
  notWritable: (label: string, name: string) => ({
    message: `This app may not change ${label} (${name}).`,
    next: 'It is left out here; the rest is as usual.',
    operator:
      'The app client must have write access to it: Cognito console › User pools › your pool › App clients › your client › Attribute permissions.',
  }),
  wrongPool: {
    message: 'This app is set up for a user pool or an app client that does not exist.',
    next: notYours,
    operator: 'Compare region, user pool ID and app client ID with the Cognito console.',
  },
  trigger: {
    message: 'A rule of this product refused the change.',
    next: notYours,
    operator: 'It comes from a Lambda trigger of the pool; its log in CloudWatch says why.',
  },
}
