import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { onTestFinished } from 'vitest'
import { signingClient } from '../iam/administrator.ts'
import { editTemplate } from '../template/edit-template.ts'
import { signUpWithCredentials } from '../identity-pools/person-with-credentials.ts'
import type { TestStandIn } from '../stand-in.ts'

/** In the template: whoever is signed in may do everything with user pools. */
export const everybodyAdministers = [
  '              - Sid: KeepOwnObjects\n',
  [
    '              - Sid: Administer',
    '                Effect: Allow',
    '                Action: cognito-idp:*',
    "                Resource: '*'",
    '              - Sid: KeepOwnObjects\n',
  ].join('\n'),
] as const

/** The credentials of somebody who may do everything with user pools. */
export async function administratorOf(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
): Promise<Parameters<typeof signingClient>[1]> {
  editTemplate(standIn, everybodyAdministers)
  const { credentials } = await signUpWithCredentials(standIn, cognito, 'root@example.com')
  return credentials
}

/** A client that signs with them; it stops with the test. */
export function adminClient(
  { url, config }: TestStandIn,
  credentials: Parameters<typeof signingClient>[1],
): CognitoIdentityProviderClient {
  const client = signingClient(url, credentials, config.region)
  onTestFinished(() => client.destroy())
  return client
}
