import { expect, test } from 'vitest'
import { checkPartition } from '../../../infra/deploy/arguments/check-partition.ts'

test('a region of the partition that the template is for is deployed to', () => {
  for (const region of ['eu-west-1', 'us-east-1', 'ap-southeast-7']) {
    expect(() => checkPartition(region)).not.toThrow()
  }
})

test.each([
  [
    'us-gov-west-1',
    /aws-us-gov.*cognito-identity-us-gov\.amazonaws\.com.*auth-fips\.us-gov-west-1/,
  ],
  ['us-gov-east-1', /aws-us-gov.*cognito-identity\.us-gov-east-1\.amazonaws\.com/],
  ['cn-northwest-1', /aws-cn.*AWS has no user pools there/],
  ['us-isob-east-1', /aws-iso-b.*not known.*aws-amplify/],
  ['eu-isoe-west-1', /aws-iso-e.*not known.*aws-amplify/],
  ['us-isof-south-1', /aws-iso-f.*not known.*aws-amplify/],
  ['cn-north-1', /aws-cn.*cognito-identity\.cn-north-1\.amazonaws\.com\.cn/],
  ['eusc-de-east-1', /aws-eusc.*not known.*aws-amplify 6\.22\.1.*amazonaws\.eu/],
  ['us-iso-east-1', /aws-iso.*not known.*aws-amplify/],
])('%s is refused by name before AWS is asked', (region, message) => {
  expect(() => checkPartition(region)).toThrow(message)
  expect(() => checkPartition(region)).toThrow(expect.objectContaining({ exitCode: 2 }))
})
