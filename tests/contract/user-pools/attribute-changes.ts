import {
  DeleteUserAttributesCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { register, signIn } from '../../support/user-pools/people.ts'
import type { RunningUserPools } from '../../support/user-pools/user-pools.ts'

/** Someone signed in, and what they can do to their attributes. */
export async function signedIn(running: RunningUserPools) {
  await register(running)
  const { AccessToken } = await signIn(running)
  const { cognito } = running
  return {
    AccessToken,
    update: (attributes: Record<string, string>) =>
      cognito.send(
        new UpdateUserAttributesCommand({
          AccessToken,
          UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
        }),
      ),
    remove: (...UserAttributeNames: string[]) =>
      cognito.send(new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames })),
    verify: (Code: string) =>
      cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code })),
    askForCode: (AttributeName = 'email') =>
      cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName })),
    attributes: async () => {
      const { UserAttributes = [] } = await cognito.send(new GetUserCommand({ AccessToken }))
      return Object.fromEntries(UserAttributes.map(({ Name = '', Value }) => [Name, Value]))
    },
  }
}
