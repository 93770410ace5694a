import { createHmac } from 'node:crypto'
import {
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada } from '../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../support/user-pools/user-pool-config.ts'
import { test } from '../../support/user-pools/user-pools.ts'

const secret = 'a-secret-of-a-confidential-client'
const pools = [emailPool({ clients: [appClient({ secret })] })]
const { ClientId, Username } = ada

function secretHash(username: string): string {
  return createHmac('sha256', secret).update(`${username}${ClientId}`).digest('base64')
}

test('a confidential client proves its secret over the name it sends', async ({ start }) => {
  const { cognito, newestCode } = await start({ pools })

  const { UserSub = '' } = await cognito.send(
    new SignUpCommand({ ...ada, SecretHash: secretHash(Username) }),
  )

  await cognito.send(
    new ConfirmSignUpCommand({
      ClientId,
      Username: UserSub,
      SecretHash: secretHash(UserSub),
      ConfirmationCode: newestCode(),
    }),
  )
})

test.for([
  [undefined, 'is configured with secret but SECRET_HASH was not received'],
  [secretHash('someone-else'), 'Unable to verify secret hash for client'],
  ['bm90LWEtaGFzaA==', 'Unable to verify secret hash for client'],
] as const)('the secret hash %s is refused: %s', async ([SecretHash, words], { start }) => {
  const { cognito, outbox } = await start({ pools })

  for (const sending of [
    () => cognito.send(new SignUpCommand({ ...ada, SecretHash })),
    () => cognito.send(new ForgotPasswordCommand({ ClientId, Username, SecretHash })),
  ]) {
    await expect(sending()).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: expect.stringContaining(words),
    })
  }
  expect(outbox.list()).toEqual([])
})

test('a public client may not send a secret hash', async ({ start }) => {
  const { cognito } = await start()

  const signingUp = cognito.send(new SignUpCommand({ ...ada, SecretHash: secretHash(Username) }))

  await expect(signingUp).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: `Client ${ClientId} is not configured for secret but secret hash was received`,
  })
})
