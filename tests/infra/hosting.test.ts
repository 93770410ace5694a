import { expect, test } from 'vitest'
import { evaluate } from '../../local/iam/evaluate.ts'
import { configDocument } from '../../local/template/config-document.ts'
import { loadTemplate } from '../../local/template/load-template.ts'
import { toJson } from '../../local/template/nodes.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { evaluated, everythingHosted, template } from './template.ts'

type Parameters = Readonly<Record<string, string>>

function load(parameters: Parameters) {
  return loadTemplate(template, createLoadContext(parameters))
}

function resourcesOf(parameters: Parameters) {
  const { resources } = evaluated(template.text, parameters)
  return new Map(
    resources.map(({ logicalId, properties }) => [logicalId, toJson(properties) as object]),
  )
}

const hostingTypes = evaluated(template.text, everythingHosted).resources.filter(({ type }) =>
  /^AWS::(CloudFront|WAFv2)::/.test(type),
)

test('without parameters nothing is hosted, and nothing that costs is there', () => {
  const { resources } = evaluated(template.text)
  const ids = resources.map(({ logicalId }) => logicalId)

  expect(hostingTypes.length).toBeGreaterThan(6)
  expect(ids.filter((id) => /^Site|WebAcl|Threat/.test(id))).toEqual([])
  expect(resourcesOf({}).get('UserPool')).toMatchObject({ UserPoolTier: 'ESSENTIALS' })
  expect(resourcesOf({}).get('UserPool')).not.toHaveProperty('UserPoolAddOns')
})

test.each([
  ['CloudFront’s name for it', { Hosting: 'true' }, /^https:\/\/d[0-9a-z]{13}\.cloudfront\.net$/],
  ['its own name', everythingHosted, /^https:\/\/app\.example\.com$/],
])('the site joins every list of the app’s addresses by %s', (_case, parameters, shape) => {
  const deployment = load(parameters)
  const [client] = deployment.userPools[0]!.clients
  const origins = deployment.buckets[0]!.corsRules.flatMap(({ allowedOrigins }) => allowedOrigins)
  const { SiteUrl: site = '' } = deployment.outputs

  expect(site).toMatch(shape)
  expect(client?.callbackUrls).toEqual([
    'http://localhost:5173/callback',
    'http://localhost:4173/callback',
    `${site}/callback`,
  ])
  expect(client?.logoutUrls).toEqual([
    'http://localhost:5173/',
    'http://localhost:4173/',
    `${site}/`,
  ])
  expect(origins).toEqual(['http://localhost:5173', 'http://localhost:4173', site])
  expect(configDocument(deployment)).toMatchObject({
    redirectSignIn: client?.callbackUrls,
    redirectSignOut: client?.logoutUrls,
  })
})

test('the site’s bucket is private: CloudFront reads it for this distribution, over TLS, and nobody else', () => {
  const { buckets, outputs } = load({ Hosting: 'true' })
  const site = buckets.find(({ name }) => name === outputs['SiteBucketName'])
  const { statements } = site!.policy!
  const sourceArn = `arn:aws:cloudfront::123456789012:distribution/${outputs['SiteDistributionId']!}`

  expect(statements.filter(({ effect }) => effect === 'Allow')).toMatchObject([
    { actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${site!.name}/*`] },
    { actions: ['s3:ListBucket'], resources: [`arn:aws:s3:::${site!.name}`] },
  ])
  for (const { effect, principals, conditions } of statements) {
    if (effect === 'Deny') continue
    expect(principals).toEqual({ Service: ['cloudfront.amazonaws.com'] })
    expect(conditions).toMatchObject([
      { key: expect.stringMatching(/^aws:SourceArn$/i) as string, values: [sourceArn] },
    ])
  }
  expect(site!.corsRules).toEqual([])
  expect(resourcesOf({ Hosting: 'true' }).get('SiteBucket')).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  })
})

test('a signed-in person reaches nothing of the site’s bucket', () => {
  const { buckets, identityPools, outputs } = load({ Hosting: 'true' })
  const site = buckets.find(({ name }) => name === outputs['SiteBucketName'])!
  const role = identityPools[0]!.authenticatedRole!
  const ada = 'eu-west-1:0f1e2d3c-4b5a-4697-8899-aabbccddeeff'
  const principal = {
    role,
    assumedRoleArn: `arn:aws:sts::123456789012:assumed-role/${role.name}/CognitoIdentityCredentials`,
    context: { 'cognito-identity.amazonaws.com:sub': ada },
  }

  for (const action of ['s3:GetObject', 's3:PutObject']) {
    const resource = `arn:aws:s3:::${site.name}/users/${ada}/index.html`
    const request = { principal, action, resource, context: { 'aws:SecureTransport': 'true' } }
    expect(evaluate(request, [...role.policies, site.policy!]).allowed, action).toBe(false)
  }
})

test('the distribution is HTTPS only, compressed, on HTTP/3, and reads what is published alone', () => {
  const { DistributionConfig } = resourcesOf({ Hosting: 'true' }).get('SiteDistribution') as {
    DistributionConfig: object
  }

  expect(DistributionConfig).toMatchObject({
    HttpVersion: 'http2and3',
    IPV6Enabled: true,
    DefaultCacheBehavior: {
      ViewerProtocolPolicy: 'redirect-to-https',
      AllowedMethods: ['GET', 'HEAD'],
      Compress: true,
    },
  })
  expect(DistributionConfig).not.toHaveProperty('Aliases')
  expect(DistributionConfig).not.toHaveProperty('ViewerCertificate')
  expect(DistributionConfig).not.toHaveProperty('WebACLId')
})

test('a name of one’s own comes with its certificate, and no TLS before 1.2', () => {
  expect(resourcesOf(everythingHosted).get('SiteDistribution')).toMatchObject({
    DistributionConfig: {
      Aliases: ['app.example.com'],
      ViewerCertificate: {
        AcmCertificateArn: everythingHosted.SiteCertificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    },
  })
})

test('a firewall stands before the pool and, made for it or given, before the site', () => {
  const SiteWebAclArn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/ours/0f1e'
  const firewall = { WebApplicationFirewall: 'true' }
  const aclOf = (parameters: Parameters) => {
    const resources = resourcesOf({ Hosting: 'true', ...parameters })
    const { DistributionConfig } = resources.get('SiteDistribution') as {
      DistributionConfig: { WebACLId?: string }
    }
    return [
      DistributionConfig.WebACLId,
      resources.has('SiteWebAcl'),
      resources.has('UserPoolWebAcl'),
    ]
  }

  expect(aclOf({})).toEqual([undefined, false, false])
  expect(aclOf(firewall)).toEqual([expect.stringContaining(':global/webacl/'), true, true])
  expect(aclOf({ ...firewall, SiteWebAclArn })).toEqual([SiteWebAclArn, false, true])
  expect(aclOf({ SiteWebAclArn })).toEqual([SiteWebAclArn, false, false])
  expect([...resourcesOf(firewall).keys()].filter((id) => /Acl/.test(id))).toEqual([
    'UserPoolWebAcl',
    'UserPoolWebAclAssociation',
  ])
})

test('no web ACL keeps samples, which would have authorization codes in them', () => {
  const resources = resourcesOf({ Hosting: 'true', WebApplicationFirewall: 'true' })
  const acls = JSON.stringify(['SiteWebAcl', 'UserPoolWebAcl'].map((id) => resources.get(id)))

  expect(acls.match(/"SampledRequestsEnabled":false/g)).toHaveLength(6)
  expect(acls).not.toContain('"SampledRequestsEnabled":true')
})

test.each(['AUDIT', 'ENFORCED'])('threat protection %s takes the tier that has it', (mode) => {
  const resources = resourcesOf({ ThreatProtection: mode })

  expect(resources.get('UserPool')).toMatchObject({
    UserPoolTier: 'PLUS',
    UserPoolAddOns: { AdvancedSecurityMode: mode },
  })
  expect(resources.has('ThreatResponses')).toBe(mode === 'ENFORCED')
})

test('what costs says about how much, and where the price of today is', () => {
  for (const name of [
    'Hosting',
    'WebApplicationFirewall',
    'ThreatProtection',
    'SmsRoleArn',
    'EmailIdentityArn',
  ]) {
    const [, words = ''] =
      new RegExp(
        `^  ${name}:\\n    Type: String\\n    Description: >-\\n((?: {6}.*\\n)+)`,
        'm',
      ).exec(template.text) ?? []
    expect(words, name).toMatch(/about [\d.]+\s+USD/i)
    expect(words, name).toMatch(/https:\/\/aws\.amazon\.com\/\w+\/pricing/)
  }
})

test('the site goes with the stack, and people’s profiles stay', () => {
  const policyOf = (id: string) =>
    new RegExp(`^  ${id}:\\n(?: {4}.*\\n)*? {4}DeletionPolicy: (\\w+)$`, 'm').exec(
      template.text,
    )?.[1]

  expect(policyOf('SiteBucket')).toBe('Delete')
  expect(policyOf('Bucket')).toBe('Retain')
})

test('what the local AWS does not do of it is said, a sentence for each, and only then', () => {
  const said = (parameters: Parameters) => load(parameters).notEmulated
  const usual = said({})

  const more = said(everythingHosted).filter((sentence) => !usual.includes(sentence))

  expect(more.map((sentence) => sentence.split(':')[0])).toEqual([
    'UserPool.WebAuthnRelyingPartyID',
    'SiteBucket.BucketEncryption',
    'SiteAccess',
    'SiteDistribution',
    'SiteCache',
    'SiteHeaders',
    'SitePages',
    'SiteWebAcl',
    'UserPoolWebAcl',
    'UserPoolWebAclAssociation',
  ])
})
