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
  issuerOf(userPoolId: string): string
  /** A user pool's key in an identity pool's `Logins`: its issuer without the scheme. */
  providerNameOf(userPoolId: string): string
}

export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}
