import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada } from '../../../support/user-pools/people.ts'
import { appClient, emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

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

test('SignUp has no session for a client without choice-based sign-in', async ({ start }) => {
  const clients = [appClient({ explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })]
  const { cognito } = await start({ pools: [emailPool({ clients })] })

  const answer = await cognito.send(new SignUpCommand(ada))

  expect(answer.Session).toBeUndefined()
})

test('SignUp sends no code where the pool verifies nothing', async ({ start }) => {
  const { cognito, outbox } = await start({ pools: [emailPool({ autoVerifiedAttributes: [] })] })

  const answer = await cognito.send(new SignUpCommand(ada))

  expect(answer).toMatchObject({ UserConfirmed: false })
  expect(answer.CodeDeliveryDetails).toBeUndefined()
  expect(outbox.list()).toEqual([])
})

test('SignUp sends the code to the phone when both contacts are verified', async ({ start }) => {
  const pool = plainPool({ autoVerifiedAttributes: ['email', 'phone_number'] })
  const { cognito, outbox } = await start({ pools: [pool] })

  const { CodeDeliveryDetails } = await cognito.send(
    new SignUpCommand({
      ...ada,
      Username: 'ada',
      UserAttributes: [
        { Name: 'email', Value: 'ada@example.com' },
        { Name: 'phone_number', Value: '+15551234567' },
      ],
    }),
  )

  expect(CodeDeliveryDetails).toEqual({
    Destination: '+*******4567',
    DeliveryMedium: 'SMS',
    AttributeName: 'phone_number',
  })
  expect(outbox.list()).toMatchObject([{ to: '+15551234567', channel: 'SMS' }])
})

test('SignUp keeps neither the password nor the code in the store', async ({ start }) => {
  const { cognito, runtime, newestCode } = await start()

  await cognito.send(new SignUpCommand(ada))

  const tables = ['users', 'user-index', 'codes', 'sessions', 'limits', 'code-keys']
  const rows = tables.flatMap((name) => [...runtime.store.table(`user-pools/${name}`).entries()])
  const stored = JSON.stringify(rows)
  expect(stored).toContain('verifierHex')
  expect(stored).not.toContain(ada.Password)
  expect(stored).not.toContain(`"${newestCode()}"`)
})

test('SignUp tells addresses apart by case where the pool does', async ({ start }) => {
  const { cognito, outbox } = await start({ pools: [emailPool({ caseSensitive: true })] })
  await cognito.send(new SignUpCommand(ada))

  await cognito.send(new SignUpCommand({ ...ada, Username: 'ADA@example.com' }))

  expect(outbox.list()).toHaveLength(2)
})

test('of forty sign-ups at once with one address exactly one succeeds', async ({ start }) => {
  const { cognito, outbox } = await start({ isBusy: true })

  const results = await Promise.allSettled(
    Array.from({ length: 40 }, () => cognito.send(new SignUpCommand(ada))),
  )

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(outbox.list()).toHaveLength(1)
})

test('the user exists although the message could not go out', async ({ start }) => {
  const { cognito, runtime } = await start({
    deliver: () => {
      throw new Error('no mail server')
    },
  })

  await expect(cognito.send(new SignUpCommand(ada))).rejects.toMatchObject({
    name: 'CodeDeliveryFailureException',
    message: 'Unable to deliver code to user',
  })
  expect(runtime.logged).toEqual(['A message could not be delivered'])
  await expect(cognito.send(new SignUpCommand(ada))).rejects.toMatchObject({
    name: 'UsernameExistsException',
  })
})
