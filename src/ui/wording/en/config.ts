/** Each key of `/config.json`: its name in words, and where in the AWS console its value is found. */
const keys: Record<string, { name: string; where: string; example: string }> = {
  region: {
    name: 'Region',
    where: 'the region selector at the top right of the AWS console',
    example: 'eu-central-1',
  },
  userPoolId: {
    name: 'User pool ID',
    where: 'Cognito › User pools › your pool › Overview',
    example: 'eu-central-1_AbCdEfGhI',
  },
  userPoolClientId: {
    name: 'App client ID',
    where: 'Cognito › User pools › your pool › App clients',
    example: '3n4b5urk1ft4fl3mg5e62d9ado',
  },
  identityPoolId: {
    name: 'Identity pool ID',
    where: 'Cognito › Identity pools › your pool',
    example: 'eu-central-1:7c4f0e1c-2a5b-4e1d-9a0c-0d9b6f1c2e3a',
  },
  domain: {
    name: 'Domain, without https://',
    where: 'Cognito › User pools › your pool › Branding › Domain',
    example: 'your-prefix.auth.eu-central-1.amazoncognito.com',
  },
  bucket: {
    name: 'Bucket',
    where: 'S3 › General purpose buckets',
    example: 'your-profiles',
  },
  socialProviders: {
    name: 'Social providers, a list',
    where: 'Cognito › User pools › your pool › Social and external providers',
    example: '["Google"]',
  },
  firstFactors: {
    name: 'First factors, separated by commas',
    where: 'Cognito › User pools › your pool › Sign-in › Options for choice-based sign-in',
    example: 'PASSWORD,WEB_AUTHN,EMAIL_OTP',
  },
  mfa: {
    name: 'Whether a second factor is asked for',
    where: 'Cognito › User pools › your pool › Sign-in › Multi-factor authentication',
    example: 'OPTIONAL',
  },
  secondFactors: {
    name: 'Second factors, separated by commas',
    where: 'Cognito › User pools › your pool › Sign-in › Multi-factor authentication › MFA methods',
    example: 'SOFTWARE_TOKEN_MFA',
  },
  relyingParty: {
    name: 'Host that passkeys are for',
    where: 'Cognito › User pools › your pool › Sign-in › Passkey › Relying party ID',
    example: 'app.example.com',
  },
  rememberDevices: {
    name: 'Whether devices stand for the second factor',
    where: 'Cognito › User pools › your pool › Sign-in › Device tracking',
    example: 'ASK',
  },
  userAttributes: {
    name: 'What the pool keeps of people, as JSON',
    where: 'Cognito › User pools › your pool › Sign-up › Custom attributes',
    example: '[{"name":"email","required":true},{"name":"custom:company","maxLength":80}]',
  },
  examples: {
    name: 'Functions of infra/triggers that are on and that pages know of',
    where: 'Cognito › User pools › your pool › Extensions',
    example: 'MAGIC_LINK,MIGRATION',
  },
  redirectSignIn: {
    name: 'Callback URLs, a list',
    where: 'Cognito › User pools › your pool › App clients › Login pages › Allowed callback URLs',
    example: '["https://app.example.com/callback"]',
  },
  redirectSignOut: {
    name: 'Sign-out URLs, a list',
    where: 'Cognito › User pools › your pool › App clients › Login pages › Allowed sign-out URLs',
    example: '["https://app.example.com/"]',
  },
  passwordPolicy: {
    name: 'Password policy',
    where: 'Cognito › User pools › your pool › Authentication methods › Password policy',
    example: '{"minimumLength": 12}',
  },
}

export const configWords = {
  title: 'Not set up yet',
  heading: 'This app is not set up completely',
  intro:
    'It reads which AWS resources to use from /config.json, and cannot start with what it found there.',
  remedy:
    'The file is written from .env.local (or amplify_outputs.json) by “npm start” and “npm run build”. Correct the values there, start or build again, and reload this page. Without any AWS configuration “npm start” runs on the local AWS.',
  reload: 'Reload',
  unreachable:
    'The file /config.json could not be loaded. Are you connected, and is the server running?',
  'not-found': 'There is no /config.json on this server.',
  'not-json': 'What the server sends as /config.json is not a JSON object.',
  missing: (key: string) => `${nameOf(key)} is missing.`,
  malformed: (key: string, value: string) => `${nameOf(key)} does not look right: ${value}`,
  needed: (key: string, by: string) =>
    `${nameOf(key)} is missing, and ${nameOf(by)} is of no use without it.`,
  otherRegion: (key: string, value: string, region: string) =>
    `${nameOf(key)} is in another region than ${region}: ${value}`,
  localElsewhere: (host: string) =>
    `This is a build for the local AWS, and works on localhost only, not on ${host}.`,
  where: (key: string) => {
    const known = keys[key]
    return known && { where: known.where, example: known.example }
  },
  whereLabel: 'Where to find it',
  exampleLabel: 'Looks like',
}

function nameOf(key: string): string {
  const known = keys[key]
  return known ? `${known.name} (${key})` : key
}
