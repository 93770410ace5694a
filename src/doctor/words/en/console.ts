/** Where in the AWS console each setting is. */
export const consolePaths = {
  region: 'The region selector at the top right of the AWS console',
  userPool: 'Cognito › User pools › your pool › Overview',
  appClient: 'Cognito › User pools › your pool › App clients',
  appClientSettings: 'Cognito › User pools › your pool › App clients › your client › Edit',
  loginPages: 'Cognito › User pools › your pool › App clients › your client › Login pages › Edit',
  attributes:
    'Cognito › User pools › your pool › App clients › your client › Attribute permissions › Edit',
  signUp: 'Cognito › User pools › your pool › Sign-up',
  signInOptions: 'Cognito › User pools › your pool › Sign-in',
  passwordPolicy: 'Cognito › User pools › your pool › Authentication methods › Password policy',
  users: 'Cognito › User pools › your pool › Users',
  domain: 'Cognito › User pools › your pool › Branding › Domain',
  managedLogin: 'Cognito › User pools › your pool › Branding › Managed login',
  firewall: 'Cognito › User pools › your pool › Security › AWS WAF',
  identityPool: 'Cognito › Identity pools › your pool',
  userAccess: 'Cognito › Identity pools › your pool › User access',
  role: 'IAM › Roles › the authenticated role of your identity pool › Permissions',
  bucket: 'S3 › General purpose buckets › your bucket › Properties',
  bucketPermissions: 'S3 › General purpose buckets › your bucket › Permissions',
  cors: 'S3 › General purpose buckets › your bucket › Permissions › Cross-origin resource sharing (CORS)',
} as const
