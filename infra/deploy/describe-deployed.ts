import { siteOf } from './site/site-of.ts'
import { parameterOf, type Stack } from './stack.ts'

const example = 'https://app.example.com'

/** What to open, and what to do next. */
export function describeDeployed(
  stack: Stack,
  { envFile, isChanged }: { envFile: string; isChanged: boolean },
): string {
  const output = (key: string) =>
    stack.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? ''
  const callbacks = output('RedirectSignIn')
  const origins = parameterOf(stack, 'AllowedOrigins') ?? ''
  const site = siteOf(stack.Outputs)
  return [
    '',
    `The stack is deployed. ${envFile} ${isChanged ? 'now says' : 'said already'} where it is:`,
    '',
    `  user pool      ${output('UserPoolId')}, app client ${output('UserPoolClientId')}`,
    `  identity pool  ${output('IdentityPoolId')}`,
    `  bucket         ${output('Bucket')}`,
    `  managed login  https://${output('Domain')}`,
    ...(site ? [`  site           ${site.url}`] : []),
    '',
    'Next:',
    '  npm start',
    '      opens http://localhost:5173, the same app on AWS; stop it first if it runs.',
    ...(site ? [] : describeAddresses({ callbacks, logouts: output('RedirectSignOut'), origins })),
    `  https://${output('Domain')}/oauth2/idpresponse`,
    '      is the redirect address to register at Google, Facebook, Apple or Amazon.',
    ...describeProtection(stack),
    '',
  ].join('\n')
}

function describeAddresses({ callbacks, logouts, origins }: Record<string, string>): string[] {
  return [
    '  npm run deploy -- --hosting',
    '      builds the app and puts it on AWS: a private bucket, CloudFront in front of it, https.',
    `  npm run deploy -- --parameter CallbackUrls=${callbacks},${example}/callback \\`,
    `      --parameter LogoutUrls=${logouts},${example}/ \\`,
    `      --parameter AllowedOrigins=${origins},${example}`,
    '      before it is served from an address elsewhere: redirects come back to the addresses named',
    '      there and to no others, compared to the letter.',
  ]
}

function describeProtection(stack: Stack): string[] {
  if (parameterOf(stack, 'DeletionProtection') !== 'INACTIVE') return []
  return [
    '  npm run deploy -- --parameter DeletionProtection=ACTIVE',
    '      once people use it: the user pool is not protected from being deleted.',
  ]
}
