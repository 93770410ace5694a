import { expect, test } from 'vitest'
import { canAssume } from '../../local/iam/can-assume.ts'
import { evaluate } from '../../local/iam/evaluate.ts'
import { loadTemplate } from '../../local/template/load-template.ts'
import { partitionOf } from '../../src/config/partitions.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { toJson } from '../../local/template/nodes.ts'
import { createProblems } from '../../local/template/problems.ts'
import { evaluateTemplate } from '../../local/template/evaluate-template.ts'
import { template, withSenders } from './template.ts'

const regions = [
  'us-east-1',
  'eu-west-1',
  'ap-southeast-7',
  'mx-central-1',
  'us-gov-west-1',
  'us-gov-east-1',
] as const

function loadedIn(region: string) {
  const { domains, roles, buckets, outputs, identityPools } = loadTemplate(
    template,
    createLoadContext({ Editors: 'true' }, region),
  )
  const identities = partitionOf(region).identityProvider(region) ?? ''
  const [pool] = identityPools
  const own = `${region}:0f1e2d3c-4b5a-4697-8899-aabbccddeeff`
  const keys = { [`${identities}:sub`]: own, [`${identities}:aud`]: pool?.id ?? '' }
  return { domains, roles, bucket: buckets[0], outputs, pool, identities, own, keys }
}

test.each(regions)('in %s roles trust its principal, by its condition keys', (region) => {
  const { roles, pool, identities, keys } = loadedIn(region)
  const guest = pool?.unauthenticatedRole
  const action = 'sts:AssumeRoleWithWebIdentity'
  const trusting = roles.filter(({ trustPolicy }) =>
    trustPolicy.statements.some(({ actions }) => actions.includes(action)),
  )
  expect(trusting).toHaveLength(3)

  for (const role of trusting) {
    const amr = role.name === guest?.name ? 'unauthenticated' : 'authenticated'
    const assumes = (amrs: readonly string[], more = {}, federated = identities) =>
      canAssume(role, {
        action,
        federated,
        context: { ...keys, [`${identities}:amr`]: amrs, ...more },
      })
    expect(assumes([amr])).toBe(true)
    expect(assumes([amr], {}, 'cognito-identity.example.com')).toBe(false)
    expect(assumes([amr === 'authenticated' ? 'unauthenticated' : 'authenticated'])).toBe(false)
    expect(assumes([amr], { [`${identities}:aud`]: `${region}:another` })).toBe(false)
  }
})

test.each(regions)('in %s people keep objects of their own, by its policy variable', (region) => {
  const { pool, bucket, own, keys, outputs } = loadedIn(region)
  const { id } = partitionOf(region)
  const role = pool!.authenticatedRole!
  const allows = (action: string, resource: string, context = {}) =>
    evaluate(
      {
        principal: { role, assumedRoleArn: role.arn, context: keys },
        action,
        resource: `arn:${id}:s3:::${outputs['Bucket']}${resource}`,
        context: { 'aws:SecureTransport': 'true', ...context },
      },
      [...role.policies, bucket!.policy!],
    ).allowed

  expect(allows('s3:PutObject', `/users/${own}/profile.json`)).toBe(true)
  expect(allows('s3:PutObject', `/users/${region}:another/profile.json`)).toBe(false)
  expect(allows('s3:ListBucket', '', { 's3:prefix': `users/${own}/` })).toBe(true)
  expect(allows('s3:ListBucket', '', { 's3:prefix': 'users/' })).toBe(false)
})

test.each(regions)('in %s the domain, and each ARN, are named as there', (region) => {
  const { domains, roles, outputs } = loadedIn(region)
  const { id, domainLabel } = partitionOf(region)

  expect(outputs['Domain']).toBe(`${domains[0]?.domain}.${domainLabel}.${region}.amazoncognito.com`)
  for (const { arn } of roles) expect(arn).toMatch(`arn:${id}:iam::`)
})

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html
test.each([
  ['ap-northeast-2', 'ap-northeast-1'],
  ['ap-northeast-1', 'ap-northeast-1'],
  ['eu-central-1', 'eu-central-1'],
  ['us-gov-west-1', 'us-gov-west-1'],
])('a pool in %s has its text messages sent from %s', (region, from) => {
  const { resources } = evaluateTemplate(
    template.text,
    createLoadContext(withSenders, region),
    createProblems(template.file),
  )
  const pool = resources.find(({ logicalId }) => logicalId === 'UserPool')!

  expect(toJson(pool.properties)).toMatchObject({ SmsConfiguration: { SnsRegion: from } })
})
