import { expect } from 'vitest'
import { ada, register } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import { byAdministrator, TemporaryPassword, create, begin, choose } from './invited-people.ts'

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

test('a pool that sends no text messages says so, and the account is there', async ({ start }) => {
  const pools = [emailPool({ sendsTextMessages: false })]
  const running = await start({ pools, ...byAdministrator })

  await expect(
    create(running, {
      UserAttributes: [{ Name: 'phone_number', Value: '+15551234567' }],
      DesiredDeliveryMediums: ['EMAIL', 'SMS'],
    }),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'User pool does not have SMS configuration to send messages.',
  })
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
