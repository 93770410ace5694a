import type { FederatedIdentity, UserRecord } from '../model.ts'

/** `identities` as a token has it: an array, and all in it but the issuer text. */
export function identitiesClaim({ identities = [] }: UserRecord): { identities?: object[] } {
  if (identities.length === 0) return {}
  const claims = identities.map((identity) => ({
    dateCreated: String(identity.createdAtMs),
    userId: identity.userId,
    providerName: identity.providerName,
    providerType: identity.providerType,
    issuer: identity.issuer,
    primary: String(identity.primary),
  }))
  return { identities: claims }
}

/** `identities` as an attribute: JSON, where `primary` is a boolean and `dateCreated` a number. */
export function identitiesAttribute({ identities = [] }: UserRecord): Record<string, string> {
  if (identities.length === 0) return {}
  return { identities: JSON.stringify(identities.map(asAttribute)) }
}

function asAttribute(identity: FederatedIdentity): object {
  const { userId, providerName, providerType, issuer, primary, createdAtMs } = identity
  return { userId, providerName, providerType, issuer, primary, dateCreated: createdAtMs }
}

/** The group that everybody is in who exists because of a provider: one for each provider. */
export function providerGroups({ poolId, identities = [] }: UserRecord): readonly string[] {
  return identities
    .filter(({ primary }) => primary)
    .map(({ providerName }) => `${poolId}_${providerName}`)
}
