/** `.env.local` of a stack with everything: each provider is a button in the HTML. */
export const someStack = {
  VITE_AWS_REGION: 'us-east-1',
  VITE_USER_POOL_ID: 'us-east-1_AbCdEfGhI',
  VITE_USER_POOL_CLIENT_ID: '1234567890abcdefghijklmnop',
  VITE_IDENTITY_POOL_ID: 'us-east-1:11111111-2222-4333-8444-555555555555',
  VITE_COGNITO_DOMAIN: 'my-app.auth.us-east-1.amazoncognito.com',
  VITE_S3_BUCKET: 'my-app-profiles',
  VITE_SOCIAL_PROVIDERS: 'Google,Facebook,Apple,Amazon,Company',
}
