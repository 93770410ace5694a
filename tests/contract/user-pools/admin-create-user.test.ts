import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type AdminCreateUserCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { FunctionError } from '../../../local/core/ports/invoke-function.ts'
import { administrator, only, signingClient } from '../../support/administrator.ts'
import { ada, register, signIn } from '../../support/people.ts'
import { emailPool, plainPool } from '../../support/user-pool-config.ts'
import { test, type RunningUserPools } from '../../support/user-pools.ts'

const UserPoolId = emailPool().id
const credentials = administrator()
const byAdministrator = only(credentials)
const { ClientId } = ada
const TemporaryPassword = 'Temporary-Horse-1'
const verifiedEmail = [
  { Name: 'email', Value: ada.Username },
  { Name: 'email_verified', Value: 'true' },
]

function create({ url }: RunningUserPools, input: Partial<AdminCreateUserCommandInput> = {}) {
  const admin = signingClient(url, credentials)
  return admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: ada.Username,
      TemporaryPassword,
      DesiredDeliveryMediums: ['EMAIL'],
      ...input,
    }),
  )
}

function begin(
  { cognito }: RunningUserPools,
  PASSWORD = TemporaryPassword,
  USERNAME = ada.Username,
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  )
}

function choose({ cognito }: RunningUserPools, Session: string | undefined, NEW_PASSWORD: string) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: ada.Username, NEW_PASSWORD },
    }),
  )
}

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

test('the invitation has the words of the pool, and a password that its policy takes', async ({
  start,
}) => {
  const pool = emailPool()
  const passwordPolicy = { ...pool.passwordPolicy, minimumLength: 20 }
  const running = await start({ pools: [{ ...pool, passwordPolicy }], ...byAdministrator })
  const phone = { Name: 'phone_number', Value: '+15551234567' }

  await create(running, {
    TemporaryPassword: undefined,
    UserAttributes: [phone],
    DesiredDeliveryMediums: ['EMAIL', 'SMS'],
  })

  const [bySms, byEmail] = running.outbox.list()
  const password = byEmail?.code ?? ''
  expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!#%*+\-=?@_]).{20}$/)
  expect(byEmail).toMatchObject({
    to: ada.Username,
    channel: 'EMAIL',
    kind: 'INVITATION',
    subject: 'Your temporary password',
    body: `Your username is ${ada.Username} and temporary password is ${password}.`,
  })
  expect(bySms).toMatchObject({ to: phone.Value, channel: 'SMS', code: password })
  expect(await begin(running, password)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
})

test('a password with signs that mean something in a replacement arrives as it is', async ({
  start,
}) => {
  const running = await start(byAdministrator)

  await create(running, { TemporaryPassword: "Temp-$&$'-1{username}" })

  expect(running.outbox.list()[0]?.body).toContain("is Temp-$&$'-1{username}.")
})

test.for([
  ['SUPPRESS keeps it quiet', { MessageAction: 'SUPPRESS' }],
  ['nobody is written to who has no number', { DesiredDeliveryMediums: undefined }],
] as const)('AdminCreateUser: %s', async ([, input], { start }) => {
  const running = await start(byAdministrator)

  await create(running, input)

  expect(running.outbox.list()).toEqual([])
  expect(await begin(running)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
})

test('an invitation without the place of the password does not go out', async ({ start }) => {
  const pool = emailPool()
  const invitationMessage = { ...pool.invitationMessage, emailMessage: 'Welcome, {username}' }
  const running = await start({ pools: [{ ...pool, invitationMessage }], ...byAdministrator })

  await create(running)

  expect(running.outbox.list()).toEqual([])
})

test('RESEND replaces the temporary password, and what was begun with the one before', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await create(running)
  const { Session } = await begin(running)

  await create(running, { MessageAction: 'RESEND', TemporaryPassword: undefined })

  const [newest] = running.outbox.list()
  expect(newest).toMatchObject({ kind: 'INVITATION' })
  await expect(begin(running)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  await expect(choose(running, Session, ada.Password)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user.',
  })
  expect(await begin(running, newest?.code)).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
  })
})

test('RESEND is for those who have not changed their password yet', async ({ start }) => {
  const running = await start(byAdministrator)
  const resend = { MessageAction: 'RESEND' as const }

  await expect(create(running, resend)).rejects.toMatchObject({ name: 'UserNotFoundException' })
  await register(running)
  await expect(create(running, resend)).rejects.toMatchObject({
    name: 'UnsupportedUserStateException',
    message: `Resend not possible. ${ada.Username} status is not FORCE_CHANGE_PASSWORD`,
  })
})

test('a temporary password expires when the pool says, and RESEND gives another', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await create(running)

  running.clock.advance({ hours: 7 * 24 - 1 })
  expect(await begin(running)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  running.clock.advance({ hours: 1 })
  await expect(begin(running)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Temporary password has expired and must be reset by an administrator.',
  })
  await expect(begin(running, 'Wrong-Horse-1')).rejects.toMatchObject({
    message: 'Incorrect username or password.',
  })

  await create(running, { MessageAction: 'RESEND' })
  expect(await begin(running)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
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

test('a CustomMessage trigger words an invitation, which has to have the password in it', async ({
  start,
}) => {
  let emailMessage = 'Welcome {username}, {####}'
  const events: object[] = []
  const running = await start({
    pools: [emailPool({ triggers: { CustomMessage: 'arn:aws:lambda:us-east-1:0:function:f' } })],
    ...byAdministrator,
    invoke: (_arn, event) => {
      events.push(event)
      return Promise.resolve({ ...event, response: { emailMessage, emailSubject: 'Welcome' } })
    },
  })

  await create(running, { ClientMetadata: { campaign: 'spring' } })
  emailMessage = 'Welcome'
  const withoutPlace = create(running, { MessageAction: 'RESEND' })

  await expect(withoutPlace).rejects.toMatchObject({ name: 'InvalidParameterException' })
  expect(running.outbox.list()).toMatchObject([
    { subject: 'Welcome', body: `Welcome ${ada.Username}, ${TemporaryPassword}` },
  ])
  expect(events[0]).toMatchObject({
    triggerSource: 'CustomMessage_AdminCreateUser',
    callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
    request: {
      userAttributes: { email: ada.Username, 'cognito:user_status': 'FORCE_CHANGE_PASSWORD' },
      codeParameter: '{####}',
      usernameParameter: '{username}',
      clientMetadata: { campaign: 'spring' },
    },
  })
})

test('a message that cannot go out leaves the user, and says so', async ({ start }) => {
  const running = await start({
    ...byAdministrator,
    deliver: () => {
      throw new Error('no mail today')
    },
  })

  await expect(create(running)).rejects.toMatchObject({ name: 'CodeDeliveryFailureException' })
  expect(await begin(running)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
})
