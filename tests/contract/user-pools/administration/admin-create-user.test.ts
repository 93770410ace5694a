import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { FunctionError } from '../../../../local/core/ports/invoke-function.ts'
import { signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  UserPoolId,
  credentials,
  byAdministrator,
  TemporaryPassword,
  create,
  begin,
  choose,
} from './invited-people.ts'

const verifiedEmail = [
  { Name: 'email', Value: ada.Username },
  { Name: 'email_verified', Value: 'true' },
]

test('AdminCreateUser adds a user whose temporary password leads to one of their own', async ({
  start,
}) => {
  const running = await start(byAdministrator)

  const { User } = await create(running, { UserAttributes: [{ Name: 'name', Value: 'Ada' }] })
  const { ChallengeName, Session } = await begin(running)
  await choose(running, Session, ada.Password)

  expect(User).toMatchObject({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' })
  expect(User?.Attributes).toEqual([
    { Name: 'name', Value: 'Ada' },
    { Name: 'email', Value: ada.Username },
    { Name: 'sub', Value: User?.Username },
  ])
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  await expect(begin(running)).rejects.toMatchObject({ message: 'Incorrect username or password.' })
  expect((await signIn(running)).AccessToken).not.toBe('')
})

test.for([
  [
    'a weak password',
    { TemporaryPassword: 'weak-1' },
    'InvalidPasswordException',
    'Password did not conform with password policy: Password not long enough',
  ],
  [
    'a name that is no address',
    { Username: 'ada' },
    'InvalidParameterException',
    'Username should be an email.',
  ],
  [
    'an attribute that is not in the schema',
    { UserAttributes: [{ Name: 'custom:x', Value: '1' }] },
    'InvalidParameterException',
    'Attributes did not conform to the schema: Type for attribute {custom:x} could not be determined',
  ],
  [
    'a sub',
    { UserAttributes: [{ Name: 'sub', Value: '1' }] },
    'InvalidParameterException',
    'Cannot modify the non-mutable attribute sub',
  ],
  [
    'a number that is verified and not there',
    { UserAttributes: [{ Name: 'phone_number_verified', Value: 'true' }] },
    'InvalidParameterException',
    expect.stringContaining('phone_number'),
  ],
  [
    'a medium without an address',
    { DesiredDeliveryMediums: ['SMS' as const] },
    'InvalidParameterException',
    expect.stringContaining('phone_number'),
  ],
] as const)('AdminCreateUser refuses %s', async ([, input, name, message], { start }) => {
  const running = await start(byAdministrator)

  await expect(create(running, input as object)).rejects.toMatchObject({ name, message })
  expect(running.outbox.list()).toEqual([])
})

test('AdminCreateUser says that a name is taken', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)

  await expect(create(running)).rejects.toMatchObject({
    name: 'UsernameExistsException',
    message: 'User account already exists',
  })
})

test('of two administrators who make one user at once, one does', async ({ start }) => {
  const running = await start({ ...byAdministrator, isBusy: true })

  const outcomes = await Promise.allSettled([create(running), create(running)])

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(running.outbox.list()).toHaveLength(1)
})

test('ForceAliasCreation takes a verified address over, and without it the address is taken', async ({
  start,
}) => {
  const pools = [plainPool({ aliasAttributes: ['email'] })]
  const running = await start({ pools, ...byAdministrator })
  await register(running, { Username: 'first' }, { attributes: [verifiedEmail[0]!] })
  const second = { Username: 'second', UserAttributes: verifiedEmail }

  await expect(create(running, second)).rejects.toMatchObject({ name: 'AliasExistsException' })
  await create(running, { ...second, ForceAliasCreation: true })

  expect(await begin(running)).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeParameters: { USER_ID_FOR_SRP: 'second' },
  })
  const admin = signingClient(running.url, credentials)
  const first = await admin.send(new AdminGetUserCommand({ UserPoolId, Username: 'first' }))
  expect(first.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' })
})

test('an address that is not verified signs nobody in', async ({ start }) => {
  const pools = [plainPool({ aliasAttributes: ['email'] })]
  const running = await start({ pools, ...byAdministrator })

  await create(running, { Username: 'ada', UserAttributes: [verifiedEmail[0]!] })

  await expect(begin(running)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect(await begin(running, TemporaryPassword, 'ada')).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
  })
})

test('AdminCreateUser asks the trigger, which may refuse and may confirm nobody', async ({
  start,
}) => {
  const events: object[] = []
  const refusals: string[] = []
  const running = await start({
    pools: [emailPool({ triggers: { PreSignUp: 'arn:aws:lambda:us-east-1:0:function:f' } })],
    ...byAdministrator,
    invoke: (_arn, event) => {
      events.push(event)
      const [refusal] = refusals
      if (refusal !== undefined) return Promise.reject(new FunctionError('threw', refusal))
      return Promise.resolve({ ...event, response: { autoConfirmUser: true } })
    },
  })

  const { User } = await create(running, {
    UserAttributes: verifiedEmail,
    ValidationData: [{ Name: 'by', Value: 'grace' }],
    ClientMetadata: { campaign: 'spring' },
  })
  await create(running, { MessageAction: 'RESEND' })
  refusals.push('Not today')

  expect(User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
  expect(events).toMatchObject([
    {
      triggerSource: 'PreSignUp_AdminCreateUser',
      userName: User?.Username,
      callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
      request: {
        userAttributes: { email: ada.Username, email_verified: 'true' },
        validationData: { by: 'grace' },
        clientMetadata: { campaign: 'spring' },
      },
    },
  ])
  await expect(create(running, { Username: 'eve@example.com' })).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'PreSignUp failed with error Not today.',
  })
})
