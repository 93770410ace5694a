import { type Random, randomAlphanumeric, randomBase32, randomUuid } from '../core/ports/random.ts'

/**
 * A new id in the shape that AWS gives to a resource of that type.
 *
 * @param logicalId makes names that AWS derives from it easier to recognise, e.g. a role's.
 */
export function physicalIdFor(
  type: string,
  random: Random,
  region: string,
  logicalId = 'local',
): string {
  switch (type) {
    case 'AWS::Cognito::UserPool':
      return `${region}_${userPoolSuffix(random)}`
    case 'AWS::Cognito::UserPoolClient':
      return randomAlphanumeric(random, 26)
    case 'AWS::Cognito::UserPoolClient.ClientSecret':
      return randomAlphanumeric(random, 51)
    case 'AWS::Cognito::IdentityPool':
      return `${region}:${randomUuid(random)}`
    case 'AWS::CloudFront::Distribution':
    case 'AWS::CloudFront::OriginAccessControl':
      return `E${randomAlphanumeric(random, 13).toUpperCase()}`
    case 'AWS::CloudFront::Distribution.DomainName':
      return `d${randomAlphanumeric(random, 13)}.cloudfront.net`
    case 'AWS::CloudFront::CachePolicy':
    case 'AWS::CloudFront::ResponseHeadersPolicy':
    case 'AWS::WAFv2::WebACL.Id':
    case 'AWS::Cognito::ManagedLoginBranding':
    case 'AWS::Cognito::Terms':
    case 'AWS::CloudFormation::Stack':
    case 'AWS::KMS::Key':
      return randomUuid(random)
    case 'AWS::IAM::Role.RoleId':
      return `AROA${randomBase32(random, 17)}`
    case 'AWS::S3::Bucket':
    case 'AWS::Cognito::UserPoolDomain':
      return `${logicalId.toLowerCase().slice(0, 40)}-${randomAlphanumeric(random, 12)}`
    default:
      return `${logicalId.slice(0, 40)}-${randomAlphanumeric(random, 12)}`
  }
}

/** Nine letters and digits, upper and lower case, as in `eu-west-1_Ab3dE6gHi`. */
function userPoolSuffix(random: Random): string {
  const upper = random.bytes(9)
  return Array.from(randomAlphanumeric(random, 9), (character, index) =>
    (upper[index] ?? 0) % 2 === 1 ? character.toUpperCase() : character,
  ).join('')
}
