import { expect, test } from 'vitest'
import { configDocument } from '../../local/template/config-document.ts'
import { loadTemplate } from '../../local/template/load-template.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { choices, evaluated, everythingHosted, template } from './template.ts'

test.each(choices)('the local AWS loads the template with %o', (parameters) => {
  const deployment = loadTemplate(template, createLoadContext(parameters))

  expect(deployment.userPools).toHaveLength(1)
  expect(deployment.identityPools).toHaveLength(1)
  expect(deployment.buckets).toHaveLength('Hosting' in parameters ? 2 : 1)
  expect(deployment.domains).toHaveLength(1)
})

test('the outputs make the configuration that the app fetches', () => {
  const deployment = loadTemplate(template, createLoadContext())
  const [pool] = deployment.userPools

  expect(configDocument(deployment)).toEqual({
    region: 'eu-west-1',
    userPoolId: pool!.id,
    userPoolClientId: pool!.clients[0]!.id,
    identityPoolId: deployment.identityPools[0]!.id,
    domain: `${deployment.domains[0]!.domain}.auth.eu-west-1.amazoncognito.com`,
    bucket: deployment.buckets[0]!.name,
    socialProviders: [],
    redirectSignIn: ['http://localhost:5173/callback', 'http://localhost:4173/callback'],
    redirectSignOut: ['http://localhost:5173/', 'http://localhost:4173/'],
  })
})

test('the domain prefix is made from the stack’s id, or the one that is given', () => {
  const prefixOf = (parameters = {}) =>
    loadTemplate(template, createLoadContext(parameters)).domains[0]?.domain

  expect(prefixOf()).toMatch(/^starter-[0-9a-f]{12}$/)
  expect(prefixOf()).not.toBe(prefixOf())
  expect(prefixOf({ DomainPrefix: 'acme-sign-in' })).toBe('acme-sign-in')
})

test.each([
  [{ DomainPrefix: 'my-cognito-login' }, 'DomainPrefix'],
  [{ DomainPrefix: 'Acme' }, 'DomainPrefix'],
  [{ AllowedOrigins: 'https://app.example.com/' }, 'AllowedOrigins'],
  [{ AllowedOrigins: '*' }, 'AllowedOrigins'],
  [{ AllowGuests: 'yes' }, 'AllowGuests'],
  [{ DeletionProtection: 'off' }, 'DeletionProtection'],
  [{ AppleTeamId: 'team' }, 'AppleTeamId'],
  [{ AppleKeyId: 'KEY12345678' }, 'AppleKeyId'],
  [{ Hosting: 'yes' }, 'Hosting'],
  [{ SiteDomainName: 'https://app.example.com' }, 'SiteDomainName'],
  [{ SiteDomainName: '*.example.com' }, 'SiteDomainName'],
  [{ SiteDomainName: 'app.example.com' }, 'needs SiteCertificateArn'],
  [{ ...everythingHosted, SiteDomainName: '' }, 'needs SiteDomainName'],
  [
    {
      ...everythingHosted,
      SiteCertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/0f',
    },
    'SiteCertificateArn',
  ],
  [
    { SiteWebAclArn: 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/site/0f' },
    'SiteWebAclArn',
  ],
  [{ WebApplicationFirewall: 'on' }, 'WebApplicationFirewall'],
  [{ ThreatProtection: 'BLOCK' }, 'ThreatProtection'],
  [{ MagicLinks: 'true' }, 'needs EmailIdentityArn'],
  [{ AllowedDomains: 'example.com, example.org' }, 'AllowedDomains'],
  [{ OldDirectory: 'users/people.json' }, 'OldDirectory'],
  [{ MailName: '<b>Acme</b>' }, 'MailName'],
  [{ CallbackUrls: 'http://app.example.com/callback' }, 'UserPoolClient.CallbackURLs'],
])('the parameters %o are refused', (parameters, name) => {
  const loading = () => loadTemplate(template, createLoadContext(parameters))

  expect(loading).toThrow(name)
})

test('one provider of tokens is trusted: the user pool, by its local issuer', () => {
  const { userPools, identityPools } = loadTemplate(template, createLoadContext())
  const [pool] = userPools

  expect(identityPools[0]?.cognitoProviders).toEqual([
    {
      providerName: `localhost:9229/${pool!.id}`,
      clientId: pool!.clients[0]!.id,
      serverSideTokenCheck: true,
    },
  ])
})

test('what the local AWS does not do is said, a sentence each', () => {
  expect(loadTemplate(template, createLoadContext()).notEmulated).toEqual([
    'UserPool.DeletionProtection: the local data folder can always be deleted',
    'Bucket.BucketEncryption: objects lie unencrypted in the local data folder',
    'Bucket.LifecycleConfiguration: nothing expires by itself',
  ])
})

test('a bucket that is full of profiles is kept when the stack is deleted', () => {
  expect(template.text).toMatch(/Type: AWS::S3::Bucket\n(.*#.*\n)?\s+DeletionPolicy: Retain\n/)
})

test('every parameter and every output has a use', () => {
  const outputs = (given = {}) => Object.keys(evaluated(template.text, given).outputs)
  const parameters = [...template.text.matchAll(/^ {2}(\w+):\n {4}Type: (?!AWS)/gm)]

  expect(parameters.length).toBeGreaterThanOrEqual(26)
  for (const [, name] of parameters) expect(template.text).toContain(`!Ref ${name ?? ''}`)
  expect(outputs()).toHaveLength(16)
  expect(outputs({ Hosting: 'true' })).toEqual([
    ...outputs(),
    'SiteUrl',
    'SiteBucketName',
    'SiteDistributionId',
    'SiteDistributionDomain',
  ])
})
