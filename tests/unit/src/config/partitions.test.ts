// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPartition } from '../../../../local/core/partitions.ts'
import { partitionOf } from '../../../../src/config/partitions.ts'

// As in the AWS SDK's own list, @aws-sdk/core 3.974: lib/aws/partitions.js.
test.each([
  ['eu-central-1', 'aws', 'amazonaws.com'],
  ['us-east-1', 'aws', 'amazonaws.com'],
  ['ap-southeast-7', 'aws', 'amazonaws.com'],
  ['mx-central-1', 'aws', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['cn-northwest-1', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com'],
  ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'],
  ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov'],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['eu-isoe-west-1', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['us-isof-south-1', 'aws-iso-f', 'csp.hci.ic.gov'],
])('%s is in %s, whose hosts end in %s, by both tables', (region, id, dnsSuffix) => {
  expect(partitionOf(region)).toMatchObject({ id, dnsSuffix })
  expect(findPartition(region)).toMatchObject({ id, dnsSuffix })
})

test.each([
  ['eu-central-1', 'cognito-identity.amazonaws.com', 'auth'],
  ['us-gov-west-1', 'cognito-identity-us-gov.amazonaws.com', 'auth-fips'],
  ['us-gov-east-1', 'cognito-identity.us-gov-east-1.amazonaws.com', 'auth-fips'],
  ['cn-north-1', 'cognito-identity.cn-north-1.amazonaws.com.cn', 'auth'],
  ['eusc-de-east-1', undefined, 'auth'],
])('%s trusts %s, and has %s domains', (region, principal, label) => {
  const { identityProvider, domainLabel } = partitionOf(region)

  expect([identityProvider(region), domainLabel]).toEqual([principal, label])
})

test('what is said of aws-amplify is said of the version that is installed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }

  expect(dependencies['aws-amplify']).toBe('6.22.1')
})

test('what the pages and the doctor say names no principal that is another one elsewhere', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  const spelling = files.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      readFileSync(`src/${file}`, 'utf8').includes('cognito-identity.amazonaws.com'),
  )

  expect(spelling.toSorted()).toEqual([
    'config/partitions.ts',
    'doctor/probes/identity-provider.ts',
  ])
})
