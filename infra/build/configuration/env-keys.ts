/** Key of `.env.local` → member of `/config.json`. */
export const envKeys = {
  VITE_AWS_REGION: 'region',
  VITE_USER_POOL_ID: 'userPoolId',
  VITE_USER_POOL_CLIENT_ID: 'userPoolClientId',
  VITE_IDENTITY_POOL_ID: 'identityPoolId',
  VITE_COGNITO_DOMAIN: 'domain',
  VITE_S3_BUCKET: 'bucket',
  VITE_SOCIAL_PROVIDERS: 'socialProviders',
  VITE_FIRST_FACTORS: 'firstFactors',
  VITE_MFA: 'mfa',
  VITE_SECOND_FACTORS: 'secondFactors',
  VITE_RELYING_PARTY: 'relyingParty',
  VITE_REMEMBER_DEVICES: 'rememberDevices',
  VITE_USER_ATTRIBUTES: 'userAttributes',
  VITE_EXAMPLES: 'examples',
} as const
