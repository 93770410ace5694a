import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada } from '../../../support/user-pools/people.ts'
import { begin, mfaPool, respond, setUpApp } from '../../../support/user-pools/second-factors.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const required = { mfaConfiguration: 'ON' } as const

test('the code of a sign-up counts as the second factor, once', async ({ start }) => {
  const running = await start({ pools: [mfaPool(required)] })
  const { cognito } = running
  const { ClientId, Username } = ada
  await cognito.send(new SignUpCommand(ada))
  const ConfirmationCode = running.newestCode()
  const { Session } = await cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }),
  )
  const first = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: Username },
      Session,
    }),
  )

  expect(first.AuthenticationResult).toBeDefined()
  expect((await begin(running)).ChallengeName).toBe('MFA_SETUP')
})

test('a sign-up that nothing confirmed but a trigger counts as no second factor', async ({
  start,
}) => {
  const triggers = { PreSignUp: 'arn:aws:lambda:us-east-1:000000000000:function:confirms' }
  const running = await start({
    pools: [mfaPool({ ...required, triggers })],
    invoke: (_arn, event) => Promise.resolve({ ...event, response: { autoConfirmUser: true } }),
  })
  const { cognito } = running
  const { UserConfirmed, Session } = await cognito.send(new SignUpCommand(ada))

  const first = await cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.Username },
      Session,
    }),
  )

  expect(UserConfirmed).toBe(true)
  expect(first.ChallengeName).toBe('MFA_SETUP')
  expect(first.AuthenticationResult).toBeUndefined()
  const { third } = await setUpApp(running, first.Session)
  expect((await respond(running, 'MFA_SETUP', third)).AuthenticationResult).toBeDefined()
})
