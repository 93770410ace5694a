import {
  AdminConfirmSignUpCommand,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const { ClientId, Username, Password } = ada

function confirm({ cognito, newestCode }: RunningUserPools, ClientMetadata = {}) {
  return cognito.send(
    new ConfirmSignUpCommand({
      ClientId,
      Username,
      ConfirmationCode: newestCode(),
      ClientMetadata,
    }),
  )
}

test('ConfirmSignUp tells PostConfirmation of the user as they are now', async ({ start }) => {
  const { invoke, events } = recordTriggers()
  const pool = emailPool(triggersOf('PostConfirmation'))
  const running = await start({ pools: [pool], invoke })
  const sub = await register(running, ada, { isConfirmed: false })
  expect(events).toEqual([])

  await confirm(running, { from: 'the app' })

  expect(events).toEqual([
    {
      version: '1',
      region: 'us-east-1',
      userPoolId: pool.id,
      userName: sub,
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      request: {
        userAttributes: {
          sub,
          'cognito:user_status': 'CONFIRMED',
          email: Username,
          email_verified: 'true',
        },
        clientMetadata: { from: 'the app' },
      },
      response: {},
    },
  ])
})

test('whom PreSignUp confirms is confirmed for PostConfirmation, too', async ({ start }) => {
  const { invoke, log } = recordTriggers({ PreSignUp: () => ({ autoConfirmUser: true }) })
  const pool = emailPool(triggersOf('PreSignUp', 'CustomMessage', 'PostConfirmation'))
  const { cognito } = await start({ pools: [pool], invoke })

  await cognito.send(new SignUpCommand(ada))

  expect(log()).toEqual(['PreSignUp_SignUp', 'PostConfirmation_ConfirmSignUp'])
})

test('a new password by code is a confirmation of its own', async ({ start }) => {
  const { invoke, log, events } = recordTriggers()
  const pool = emailPool(triggersOf('PreSignUp', 'CustomMessage', 'PostConfirmation'))
  const running = await start({ pools: [pool], invoke })
  await register(running)
  expect(log()).toEqual([
    'PreSignUp_SignUp',
    'CustomMessage_SignUp',
    'PostConfirmation_ConfirmSignUp',
  ])

  await running.cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  await running.cognito.send(
    new ConfirmForgotPasswordCommand({
      ClientId,
      Username,
      Password: 'Another-Horse-2',
      ConfirmationCode: running.newestCode(),
      ClientMetadata: { why: 'lost' },
    }),
  )

  expect(events.at(-1)).toMatchObject({ request: { clientMetadata: { why: 'lost' } } })
  expect(log()).toEqual(['CustomMessage_ForgotPassword', 'PostConfirmation_ConfirmForgotPassword'])
})

test('whom an administrator confirms is confirmed at no client', async ({ start }) => {
  const { invoke, events } = recordTriggers()
  const credentials = administrator()
  const pool = emailPool(triggersOf('PostConfirmation'))
  const running = await start({ ...only(credentials), pools: [pool], invoke })
  await register(running, ada, { isConfirmed: false })

  await signingClient(running.url, credentials).send(
    new AdminConfirmSignUpCommand({
      UserPoolId: pool.id,
      Username,
      ClientMetadata: { by: 'the desk' },
    }),
  )

  expect(events).toMatchObject([
    {
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
      request: { clientMetadata: { by: 'the desk' } },
    },
  ])
})

test('whoever has no code is no affair of the trigger’s', async ({ start }) => {
  const { invoke, log } = recordTriggers()
  const running = await start({ pools: [emailPool(triggersOf('PostConfirmation'))], invoke })
  await register(running, ada, { isConfirmed: false })

  await expect(
    running.cognito.send(
      new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: '000000' }),
    ),
  ).rejects.toMatchObject({ name: 'CodeMismatchException' })

  expect(log()).toEqual([])
})

test('what it throws is answered, and the user stays confirmed', async ({ start }) => {
  const { invoke } = recordTriggers({ PostConfirmation: () => new Error('The queue is full') })
  const running = await start({ pools: [emailPool(triggersOf('PostConfirmation'))], invoke })
  await register(running, ada, { isConfirmed: false })

  await expect(confirm(running)).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'PostConfirmation failed with error The queue is full.',
  })

  const { AccessToken } = await signIn(running, { Password })
  expect(AccessToken).not.toBe('')
})
