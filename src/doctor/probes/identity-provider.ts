import { partitionOf } from '../../config/partitions.ts'

/**
 * What roles trust there, and what condition keys and policy variables begin with. Where AWS does not
 * say, as it is nearly everywhere: nobody signs in there with Amplify.
 */
export function identityProviderOf(region: string): string {
  return partitionOf(region).identityProvider(region) ?? 'cognito-identity.amazonaws.com'
}

/** @see https://docs.amazonaws.cn/en_us/aws/latest/userguide/cognito.html: identity pools alone. */
export function hasUserPools(region: string): boolean {
  return partitionOf(region).id !== 'aws-cn'
}
