import { ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { appClient } from '../../support/user-pool-config.ts'
import { test } from '../../support/user-pools.ts'

const ada = {
  ClientId: appClient().id,
  Username: 'ada@example.com',
  Password: 'Correct-Horse-1',
}

test('SignUp answers with the sub, a masked destination and a session, and sends one code', async ({
  start,
}) => {
  const { cognito, outbox } = await start()

  const answer = await cognito.send(new SignUpCommand(ada))

  expect(answer).toMatchObject({
    UserConfirmed: false,
    UserSub: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/),
    CodeDeliveryDetails: {
      Destination: 'a***@e***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    },
    Session: expect.any(String),
  })
  expect(outbox.list()).toMatchObject([
    {
      to: 'ada@example.com',
      channel: 'EMAIL',
      kind: 'SIGN_UP',
      code: expect.stringMatching(/^\d{6}$/),
    },
  ])
})

test('ConfirmSignUp takes the code once', async ({ start }) => {
  const { cognito, newestCode } = await start()
  await cognito.send(new SignUpCommand(ada))
  const confirm = { ClientId: ada.ClientId, Username: ada.Username, ConfirmationCode: newestCode() }

  await cognito.send(new ConfirmSignUpCommand(confirm))

  await expect(cognito.send(new ConfirmSignUpCommand(confirm))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User cannot be confirmed. Current status is CONFIRMED',
  })
})
