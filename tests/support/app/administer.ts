import {
  AdminCreateUserCommand,
  AdminResetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { onTestFinished } from 'vitest'
import { editTemplate } from '../template/edit-template.ts'
import { signUpWithCredentials } from '../identity-pools/person-with-credentials.ts'
import type { TestStandIn } from '../stand-in.ts'

/** What a template may be edited with, so that signed-in people administer the pool. */
const peopleAdminister = [
  '              - Sid: KeepOwnObjects\n',
  [
    '              - Effect: Allow',
    "                Action: ['cognito-idp:*']",
    "                Resource: ['*']",
    '              - Sid: KeepOwnObjects\n',
  ].join('\n'),
] as const

/** Gives people accounts, and takes their passwords back, as an administrator of the pool does. */
export async function administer(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
  ...edits: readonly (readonly [from: string, to: string])[]
) {
  editTemplate(standIn, peopleAdminister)
  const { credentials } = await signUpWithCredentials(standIn, cognito, 'grace@example.com')
  if (edits.length > 0) editTemplate(standIn, peopleAdminister, ...edits)
  const { region, userPoolId: UserPoolId } = standIn.config
  const admin = new CognitoIdentityProviderClient({ endpoint: standIn.url, region, credentials })
  onTestFinished(() => admin.destroy())
  return {
    /** @returns the temporary password, as the invitation has it. */
    invite: async (Username: string): Promise<string> => {
      await admin.send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username,
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: [
            { Name: 'email', Value: Username },
            { Name: 'email_verified', Value: 'true' },
          ],
        }),
      )
      return standIn.outbox[0]!.code
    },
    resetPassword: async (Username: string): Promise<void> => {
      await admin.send(new AdminResetUserPasswordCommand({ UserPoolId, Username }))
    },
  }
}
