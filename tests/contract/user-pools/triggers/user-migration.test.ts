import {
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const { ClientId, Username, Password } = ada
const attributes = { email: Username, email_verified: 'true', given_name: 'Ada' }
/** An old directory that knows Ada, and her password where it is asked. */
function directory(answer: object = {}, isKnown = (password: unknown) => password !== 'wrong') {
  return recordTriggers({
    UserMigration: ({ userName, request }) => {
      if (userName !== Username || !isKnown(request['password'])) return new Error('Bad password')
      const ready = { finalUserStatus: 'CONFIRMED', messageAction: 'SUPPRESS' }
      return { userAttributes: attributes, ...ready, ...answer }
    },
  })
}

const open = appClient({ preventUserExistenceErrors: false })
const pool = (changes: Partial<UserPoolConfig> = {}) =>
  emailPool({
    ...triggersOf('UserMigration', 'PreSignUp', 'PreAuthentication', 'PostAuthentication'),
    ...changes,
  })

function begin({ cognito }: RunningUserPools, PASSWORD = Password, USERNAME = Username) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
      ClientMetadata: { from: 'a kiosk' },
    }),
  )
}

test('who is not there is brought by the function at their first sign-in, and only then', async ({
  start,
}) => {
  const { invoke, events, log } = directory()
  const running = await start({ pools: [pool()], invoke })

  // Shorter than the pool would take.
  const first = await begin(running, 'old')
  expect(first.AuthenticationResult?.AccessToken).toBeDefined()
  expect(events[0]).toEqual({
    version: '1',
    region: 'us-east-1',
    userPoolId: running.pools[0]!.id,
    userName: Username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
    triggerSource: 'UserMigration_Authentication',
    request: { password: 'old', validationData: { from: 'a kiosk' } },
    response: {
      userAttributes: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
      forceAliasCreation: null,
      enableSMSMFA: null,
    },
  })
  expect(log()).toEqual([
    'UserMigration_Authentication',
    'PreAuthentication_Authentication',
    'PostAuthentication_Authentication',
  ])
  expect(running.outbox.list()).toEqual([])

  await begin(running, 'old')
  await expect(begin(running, 'another')).rejects.toMatchObject({
    message: 'Incorrect username or password.',
  })
  expect(log()).not.toContain('UserMigration_Authentication')
})

test('what the function throws is told where it may be, and hidden where nobody may know', async ({
  start,
}) => {
  const { invoke } = directory()
  const hiding = await start({ pools: [pool()], invoke })
  const telling = await start({ pools: [pool({ clients: [open] })], invoke })

  await expect(begin(hiding, 'wrong')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
  await expect(begin(telling, 'wrong')).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'UserMigration failed with error Bad password.',
  })
})

test('who is unknown to the function, too, is not there', async ({ start }) => {
  const { invoke } = recordTriggers()
  const running = await start({ pools: [pool({ clients: [open] })], invoke })

  await expect(begin(running)).rejects.toMatchObject({ name: 'UserNotFoundException' })
})

test.for([false, true])(
  'guesses at passwords of the old directory lock as others do (told who is there: %s)',
  async (isTold, { start }) => {
    const { invoke, log } = directory()
    const running = await start({ pools: [pool(isTold ? { clients: [open] } : {})], invoke })

    for (let tries = 0; tries < 5; tries += 1) await begin(running, 'wrong').catch(() => undefined)
    log()

    await expect(begin(running)).rejects.toMatchObject({ message: 'Password attempts exceeded' })
    expect(log()).toEqual([])
  },
)

test('without CONFIRMED they have to choose another password first', async ({ start }) => {
  const { invoke } = directory({ finalUserStatus: undefined })
  const running = await start({ pools: [pool()], invoke })

  await expect(begin(running)).rejects.toMatchObject({ name: 'PasswordResetRequiredException' })
  await running.cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  await running.cognito.send(
    new ConfirmForgotPasswordCommand({
      ClientId,
      Username,
      ConfirmationCode: running.newestCode(),
      Password: 'Another-Horse-2',
    }),
  )

  expect(await signIn(running, { Password: 'Another-Horse-2' })).toHaveProperty('AccessToken')
})

test('who has forgotten their password is brought before the code is sent', async ({ start }) => {
  const { invoke, events } = directory()
  const running = await start({ pools: [pool()], invoke })

  const { CodeDeliveryDetails } = await running.cognito.send(
    new ForgotPasswordCommand({ ClientId, Username, ClientMetadata: { on: 'tv' } }),
  )

  expect(CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'EMAIL' })
  expect(events).toMatchObject([
    {
      triggerSource: 'UserMigration_ForgotPassword',
      request: { validationData: null, clientMetadata: { on: 'tv' } },
    },
  ])
  expect(events[0]?.request).not.toHaveProperty('password')
  expect(running.outbox.list()).toMatchObject([{ to: Username, kind: 'FORGOT_PASSWORD' }])
  await expect(begin(running, 'old')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('a welcome goes where it is wanted, and says no password', async ({ start }) => {
  const { invoke, events } = directory({
    messageAction: undefined,
    desiredDeliveryMediums: ['EMAIL'],
  })
  const triggers = triggersOf('UserMigration', 'CustomMessage')
  const running = await start({ pools: [pool(triggers)], invoke })

  await begin(running)

  const [message, ...others] = running.outbox.list()
  expect(others).toEqual([])
  expect(message).toMatchObject({ to: Username, kind: 'INVITATION' })
  expect(JSON.stringify(message)).not.toContain(Password)
  // No administrator has made the account, but a sign-in at an app client.
  expect(
    events.map(({ triggerSource, callerContext }) => [triggerSource, callerContext.clientId]),
  ).toEqual([
    ['UserMigration_Authentication', ClientId],
    ['CustomMessage_AdminCreateUser', ClientId],
  ])
})

test.for([
  ['sub', { ...attributes, sub: '1' }],
  ['an attribute that the pool has not', { ...attributes, 'custom:no': '1' }],
  ['another address than that of the sign-in', { ...attributes, email: 'grace@example.com' }],
  ['an address that is none', { ...attributes, email: 'ada' }],
] as const)('%s brings nobody', async ([, userAttributes], { start }) => {
  const { invoke } = directory({ userAttributes })
  const hiding = await start({ pools: [pool()], invoke })
  const telling = await start({ pools: [pool({ clients: [open] })], invoke })

  await expect(begin(hiding)).rejects.toMatchObject({ message: 'Incorrect username or password.' })
  await expect(begin(telling)).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test.for([
  { userAttributes: ['email'] },
  { userAttributes: { email: 1 } },
  { messageAction: 'RESEND' },
  { desiredDeliveryMediums: 'EMAIL' },
  { desiredDeliveryMediums: ['PIGEON'] },
  { forceAliasCreation: 'perhaps' },
  { finalUserStatus: 1 },
])('%j is no answer', async (answer, { start }) => {
  const { invoke } = directory(answer)
  const running = await start({ pools: [pool()], invoke })

  await expect(begin(running)).rejects.toMatchObject({ name: 'InvalidLambdaResponseException' })
})

test('an address that another signs in by is taken over only with forceAliasCreation', async ({
  start,
}) => {
  const username = 'ada'
  const aliased = (forceAliasCreation: boolean) => ({
    pools: [pool({ usernameAttributes: [], aliasAttributes: ['email'] })],
    invoke: recordTriggers({
      UserMigration: () => ({
        userAttributes: { ...attributes, username },
        finalUserStatus: 'CONFIRMED',
        messageAction: 'SUPPRESS',
        forceAliasCreation,
      }),
    }).invoke,
  })
  const keeping = await start(aliased(false))
  const taking = await start(aliased(true))
  for (const running of [keeping, taking]) {
    await register(running, { Username: 'lovelace' }, { attributes: [emailOf(Username)] })
  }

  await expect(begin(keeping, Password, username)).rejects.toMatchObject({
    name: 'AliasExistsException',
  })
  await begin(taking, Password, username)
  const byAddress = await begin(taking)

  expect(byAddress.AuthenticationResult?.AccessToken).toBeDefined()
})

test('a second factor by text message may be switched on with them', async ({ start }) => {
  const phone = { phone_number: '+15550100', phone_number_verified: 'true' }
  const { invoke } = directory({
    userAttributes: { ...attributes, ...phone },
    enableSMSMFA: true,
  })
  const changes = { mfaConfiguration: 'OPTIONAL', enabledMfas: ['SMS_MFA'] } as const
  const running = await start({ pools: [pool(changes)], invoke })

  expect(await begin(running)).toMatchObject({ ChallengeName: 'SMS_MFA' })
})

function emailOf(Value: string) {
  return { Name: 'email', Value }
}
