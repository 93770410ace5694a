import type { Es256Key } from '../core/crypto/es256-key.ts'
import { endpointsOf } from './endpoints.ts'
import { appleIds, clientIdOf, type Registrations } from './registration.ts'

type Values = Readonly<Record<string, string>>

/**
 * Values for the template's parameters: a user pool that has them finds the local providers, and is
 * known there. `OidcProviderName` keeps its default.
 *
 * @param given what a developer sets: a provider with an empty value there is to be left out, as the
 *   template has it, so that nothing stands in for the rest of its parameters.
 */
export async function templateParameters(
  cognitoUrl: string,
  registrations: Registrations,
  given: Values,
): Promise<Record<string, string>> {
  const groups: readonly Values[] = [
    {
      GoogleClientId: clientIdOf('google'),
      GoogleClientSecret: registrations.secretOf('google'),
    },
    {
      FacebookClientId: clientIdOf('facebook'),
      FacebookClientSecret: registrations.secretOf('facebook'),
    },
    {
      AppleServicesId: clientIdOf('apple'),
      AppleTeamId: appleIds.teamId,
      AppleKeyId: appleIds.keyId,
      ApplePrivateKey: inOneLine(await registrations.appleKey()),
    },
    {
      AmazonClientId: clientIdOf('amazon'),
      AmazonClientSecret: registrations.secretOf('amazon'),
    },
    {
      OidcIssuer: endpointsOf(cognitoUrl, 'company').issuer,
      OidcClientId: clientIdOf('company'),
      OidcClientSecret: registrations.secretOf('company'),
    },
  ]
  const isWanted = (group: Values) => Object.keys(group).every((name) => given[name] !== '')
  return Object.assign({}, ...groups.filter(isWanted)) as Record<string, string>
}

/** What stands between the two lines of a `.p8` file, as the template asks for it. */
function inOneLine({ privateKeyPem }: Es256Key): string {
  return privateKeyPem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
}
