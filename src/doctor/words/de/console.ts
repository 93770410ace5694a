import type { consolePaths as en } from '../en/console.ts'
import type { Translation } from '../../../ui/wording/translation.ts'

/** Was in der Konsole steht, bleibt, wie es dort heißt. */
export const consolePaths: Translation<typeof en> = {
  region: 'Die Auswahl der Region rechts oben in der AWS-Konsole',
  userPool: 'Cognito › User pools › Ihr Pool › Overview',
  appClient: 'Cognito › User pools › Ihr Pool › App clients',
  appClientSettings: 'Cognito › User pools › Ihr Pool › App clients › Ihr Client › Edit',
  loginPages: 'Cognito › User pools › Ihr Pool › App clients › Ihr Client › Login pages › Edit',
  attributes:
    'Cognito › User pools › Ihr Pool › App clients › Ihr Client › Attribute permissions › Edit',
  signUp: 'Cognito › User pools › Ihr Pool › Sign-up',
  signInOptions: 'Cognito › User pools › Ihr Pool › Sign-in',
  tier: 'Cognito › User pools › Ihr Pool › Settings › Feature plan',
  firstFactors:
    'Cognito › User pools › Ihr Pool › Sign-in › Options for choice-based sign-in › Edit',
  passkey: 'Cognito › User pools › Ihr Pool › Sign-in › Passkey › Edit',
  mfa: 'Cognito › User pools › Ihr Pool › Sign-in › Multi-factor authentication › Edit',
  senders: 'Cognito › User pools › Ihr Pool › Authentication methods › Email, SMS',
  recovery: 'Cognito › User pools › Ihr Pool › Sign-in › User account recovery › Edit',
  threatProtection: 'Cognito › User pools › Ihr Pool › Security › Threat protection',
  passwordPolicy: 'Cognito › User pools › Ihr Pool › Authentication methods › Password policy',
  users: 'Cognito › User pools › Ihr Pool › Users',
  domain: 'Cognito › User pools › Ihr Pool › Branding › Domain',
  managedLogin: 'Cognito › User pools › Ihr Pool › Branding › Managed login',
  firewall: 'Cognito › User pools › Ihr Pool › Security › AWS WAF',
  identityPool: 'Cognito › Identity pools › Ihr Pool',
  userAccess: 'Cognito › Identity pools › Ihr Pool › User access',
  role: 'IAM › Roles › die Rolle Ihres Identity Pools für angemeldete Personen › Permissions',
  bucket: 'S3 › General purpose buckets › Ihr Bucket › Properties',
  bucketPermissions: 'S3 › General purpose buckets › Ihr Bucket › Permissions',
  cors: 'S3 › General purpose buckets › Ihr Bucket › Permissions › Cross-origin resource sharing (CORS)',
}
