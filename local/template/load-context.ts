import { findPartition } from '../core/partitions.ts'

/** What a template does not say itself. */
export interface LoadContext {
  region: string
  accountId: string
  stackName: string
  parameters: Readonly<Record<string, string>>
  /** The id of a resource: the same for the same logical id, for as long as the data is kept. */
  physicalId(logicalId: string, type: string): string
  /** The id that a resource had while the template gave it no name. */
  formerId?(logicalId: string, type: string): string | undefined
  /** `iss` of a user pool's tokens, without a trailing slash. */
  issuerOf(userPoolId: string, type?: IssuerType): string
  /** Where the pool's keys and discovery document are, where that is not its issuer. */
  documentsUrlOf?(userPoolId: string): string
  /** The user pool's own key in an identity pool's `Logins`: its address here without the scheme. */
  providerNameOf(userPoolId: string): string
}

/** `IssuerConfiguration.Type`. */
export type IssuerType = 'ORIGINAL' | 'UPDATED'

/**
 * The issuer of a user pool without its scheme, as AWS has it.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
 */
export function awsIssuerName(
  region: string,
  userPoolId: string,
  type: IssuerType = 'ORIGINAL',
): string {
  const host = type === 'UPDATED' ? 'issuer-cognito-idp' : 'cognito-idp'
  return `${host}.${region}.${urlSuffixOf(region)}/${userPoolId}`
}

/** `AWS::URLSuffix`. */
export function urlSuffixOf(region: string): string {
  return findPartition(region).dnsSuffix
}

/** `AWS::Partition`. */
export function partitionOf(region: string): string {
  return findPartition(region).id
}
