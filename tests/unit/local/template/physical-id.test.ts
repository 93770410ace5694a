import { webcrypto } from 'node:crypto'
import { expect, test } from 'vitest'
import { physicalIdFor } from '../../../../local/template/physical-id.ts'

const random = {
  bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)),
}
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'

test.each([
  ['AWS::Cognito::UserPool', '^eu-west-1_[A-Za-z0-9]{9}$'],
  ['AWS::Cognito::UserPoolClient', '^[0-9a-z]{26}$'],
  ['AWS::Cognito::UserPoolClient.ClientSecret', '^[0-9a-z]{51}$'],
  ['AWS::Cognito::IdentityPool', `^eu-west-1:${uuid}$`],
  ['AWS::CloudFormation::Stack', `^${uuid}$`],
  ['AWS::S3::Bucket', '^profiles-[0-9a-z]{12}$'],
  ['AWS::Cognito::UserPoolDomain', '^profiles-[0-9a-z]{12}$'],
  ['AWS::IAM::Role', '^Profiles-[0-9a-z]{12}$'],
])('an id of %s has the shape that AWS gives it', (type, shape) => {
  const ids = Array.from({ length: 50 }, () => physicalIdFor(type, random, 'eu-west-1', 'Profiles'))

  for (const id of ids) expect(id).toMatch(new RegExp(shape))
  expect(new Set(ids).size).toBe(50)
})

test('a very long logical id still makes a bucket’s name', () => {
  const id = physicalIdFor('AWS::S3::Bucket', random, 'eu-west-1', 'B'.repeat(200))

  expect(id.length).toBeLessThanOrEqual(63)
})
