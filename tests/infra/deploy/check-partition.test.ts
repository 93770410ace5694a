import { expect, test } from 'vitest'
import {
  checkHosting,
  checkPartition,
  partitionNote,
} from '../../../infra/deploy/arguments/check-partition.ts'

test.each(['eu-west-1', 'us-east-1', 'ap-southeast-7', 'us-gov-west-1', 'us-gov-east-1'])(
  '%s is deployed to',
  (region) => {
    expect(() => checkPartition(region)).not.toThrow()
  },
)

test.each([
  ['cn-north-1', /AWS has no user pools in cn-north-1.*aws-cn/],
  ['cn-northwest-1', /AWS has no user pools in cn-northwest-1.*aws-cn/],
  ['eusc-de-east-1', /aws-amplify 6\.22\.1.*aws-eusc.*amazonaws\.eu.*AWS does not say/],
  ['us-iso-east-1', /aws-amplify 6\.22\.1.*aws-iso .*c2s\.ic\.gov/],
  ['us-isob-east-1', /aws-amplify.*aws-iso-b/],
  ['eu-isoe-west-1', /aws-amplify.*aws-iso-e/],
  ['us-isof-south-1', /aws-amplify.*aws-iso-f/],
])('%s is refused by name before AWS is asked', (region, message) => {
  expect(() => checkPartition(region)).toThrow(message)
  expect(() => checkPartition(region)).toThrow(expect.objectContaining({ exitCode: 2 }))
})

test.each([
  ['us-gov-west-1', 'true', /CloudFront.*us-gov-west-1.*aws-us-gov/],
  ['us-gov-east-1', 'true', /CloudFront.*us-gov-east-1.*aws-us-gov/],
])(
  'in %s a site is refused by name, since AWS has no CloudFront there',
  (region, hosting, message) => {
    expect(() => checkHosting(() => hosting, region)).toThrow(message)
    expect(() => checkHosting(() => 'false', region)).not.toThrow()
    expect(() => checkHosting(() => hosting, 'eu-west-1')).not.toThrow()
  },
)

test('of the names of roles it is said where AWS may be unable to assume them', () => {
  expect(partitionNote('us-gov-east-1')).toMatch(/us-gov-east-1.*20 letters.*govcloud-cog/)
  expect(partitionNote('us-gov-west-1')).toBeUndefined()
})
