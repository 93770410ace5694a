import { awsIssuerName, type IssuerType, type LoadContext } from '../../../load-context.ts'

export interface ProviderNames {
  /** The local name for one that is spelled out as AWS has it; any other stays as it is. */
  local(providerName: string): string
  /** What AWS calls the same user pool, and its documentation and most samples with it. */
  aliasesOf(localName: string): readonly string[]
}

/**
 * A template, and a client in its `Logins`, may write `cognito-idp.us-east-1.amazonaws.com/<pool>`
 * where Amplify goes by the issuer of the token, which is another here. A pool with an updated issuer
 * has both of AWS's names.
 */
export function createProviderNames(
  userPools: readonly { id: string; issuerType?: IssuerType }[],
  { region, providerNameOf }: Pick<LoadContext, 'region' | 'providerNameOf'>,
): ProviderNames {
  const names = userPools.map(({ id, issuerType = 'ORIGINAL' }) => ({
    local: providerNameOf(id),
    aliases: [...new Set<IssuerType>(['ORIGINAL', issuerType])].map((type) =>
      awsIssuerName(region, id, type),
    ),
  }))
  return {
    local(providerName) {
      const bare = withoutClient(providerName)
      const found = names.find(({ aliases }) => aliases.includes(bare))
      return found ? found.local + providerName.slice(bare.length) : providerName
    },
    aliasesOf: (localName) => names.find(({ local }) => local === localName)?.aliases ?? [],
  }
}

/** Role mappings name a provider with its client: `<provider>:<client id>`. */
function withoutClient(providerName: string): string {
  return providerName.replace(/:[a-z0-9]+$/, '')
}
