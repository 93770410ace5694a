import { endpointsOf } from './endpoints.ts'
import { appleIds, clientIdOf, type Registrations } from './registration.ts'

/**
 * Values for the template's parameters: a user pool that has them finds the local providers, and is
 * known there. `OidcProviderName` keeps its default.
 */
export async function templateParameters(
  cognitoUrl: string,
  registrations: Registrations,
): Promise<Record<string, string>> {
  const { privateKeyPem } = await registrations.appleKey()
  return {
    GoogleClientId: clientIdOf('google'),
    GoogleClientSecret: registrations.secretOf('google'),
    FacebookClientId: clientIdOf('facebook'),
    FacebookClientSecret: registrations.secretOf('facebook'),
    AppleServicesId: clientIdOf('apple'),
    AppleTeamId: appleIds.teamId,
    AppleKeyId: appleIds.keyId,
    ApplePrivateKey: privateKeyPem,
    AmazonClientId: clientIdOf('amazon'),
    AmazonClientSecret: registrations.secretOf('amazon'),
    OidcIssuer: endpointsOf(cognitoUrl, 'company').issuer,
    OidcClientId: clientIdOf('company'),
    OidcClientSecret: registrations.secretOf('company'),
  }
}
