import {
  AdminDeleteUserCommand,
  AdminUserGlobalSignOutCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const Username = ada.Username
const credentials = administrator()
const byAdministrator = only(credentials)
const grace = { ...ada, Username: 'grace@example.com' }
const nobody = 'nobody@example.com'
const notFound = { name: 'UserNotFoundException', message: 'User does not exist.' }

function adminOf({ url }: RunningUserPools) {
  return signingClient(url, credentials)
}

test('AdminUserGlobalSignOut ends all tokens of one, and of nobody else', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)
  await register(running, grace)
  const { AccessToken, RefreshToken } = await signIn(running)
  const other = await signIn(running, grace)

  const { $metadata: _, ...answer } = await adminOf(running).send(
    new AdminUserGlobalSignOutCommand({ UserPoolId, Username }),
  )

  expect(answer).toEqual({})
  await expect(running.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
  await expect(
    running.cognito.send(
      new InitiateAuthCommand({
        ClientId: ada.ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken },
      }),
    ),
  ).rejects.toMatchObject({ message: 'Refresh Token has been revoked' })
  await running.cognito.send(new GetUserCommand(other))
  expect((await signIn(running)).AccessToken).not.toBe('')
})

test('AdminDeleteUser frees the name, and the tokens lead nowhere', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)
  await register(running, grace)
  const { AccessToken } = await signIn(running)

  await adminOf(running).send(new AdminDeleteUserCommand({ UserPoolId, Username }))

  await expect(running.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject(
    notFound,
  )
  const { Users } = await adminOf(running).send(new ListUsersCommand({ UserPoolId }))
  expect(Users).toHaveLength(1)
  await register(running)
  await expect(
    adminOf(running).send(new AdminDeleteUserCommand({ UserPoolId, Username: nobody })),
  ).rejects.toMatchObject(notFound)
})
