import type { LoadContext } from '../../load-context.ts'

export interface ProviderNames {
  /** The local name for one that is spelled out as AWS has it; any other stays as it is. */
  local(providerName: string): string
}

/**
 * A template may write `cognito-idp.${AWS::Region}.amazonaws.com/${UserPool}` where `!GetAtt
 * UserPool.ProviderName` would do. Here that pool's issuer is another, so the name is another too.
 */
export function createProviderNames(
  userPoolIds: readonly string[],
  context: Pick<LoadContext, 'region' | 'providerNameOf'>,
): ProviderNames {
  const host = `cognito-idp.${context.region}.amazonaws.com`
  return {
    local(providerName) {
      const id = userPoolIds.find(
        (candidate) => `${host}/${candidate}` === withoutClient(providerName),
      )
      if (id === undefined) return providerName
      return providerName.replace(`${host}/${id}`, context.providerNameOf(id))
    },
  }
}

/** Role mappings name a provider with its client: `<provider>:<client id>`. */
function withoutClient(providerName: string): string {
  return providerName.replace(/:[a-z0-9]+$/, '')
}
