import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { alterUser } from '../../../support/user-pools/alter-user.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const credentials = administrator()
const byAdministrator = only(credentials)
const { ClientId, Username } = ada
const another = 'Battery-Staple-2'
const honest = [emailPool({ clients: [appClient({ preventUserExistenceErrors: false })] })]

function adminOf({ url }: RunningUserPools) {
  return signingClient(url, credentials)
}

function setPassword(running: RunningUserPools, Password: string, Permanent?: boolean) {
  const input = { UserPoolId, Username, Password, Permanent }
  return adminOf(running).send(new AdminSetUserPasswordCommand(input))
}

function reset(running: RunningUserPools) {
  return adminOf(running).send(new AdminResetUserPasswordCommand({ UserPoolId, Username }))
}

async function statusOf(running: RunningUserPools) {
  const { UserStatus } = await adminOf(running).send(
    new AdminGetUserCommand({ UserPoolId, Username }),
  )
  return UserStatus
}

function begin({ cognito }: RunningUserPools, PASSWORD: string) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD },
    }),
  )
}

test('a permanent password confirms a user, and signs them in', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running, ada, { isConfirmed: false })

  await setPassword(running, another, true)

  expect(await statusOf(running)).toBe('CONFIRMED')
  expect((await signIn(running, { Password: another })).AccessToken).not.toBe('')
})

test('a password that is not permanent has to be changed, and tokens stay good', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await register(running)
  const { AccessToken } = await signIn(running)

  await setPassword(running, another)

  expect(await statusOf(running)).toBe('FORCE_CHANGE_PASSWORD')
  expect(await begin(running, another)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  await expect(running.cognito.send(new GetUserCommand({ AccessToken }))).resolves.toBeDefined()
  running.clock.advance({ hours: 7 * 24 })
  await expect(begin(running, another)).rejects.toMatchObject({
    message: 'Temporary password has expired and must be reset by an administrator.',
  })
})

test('a password that an administrator sets ends the code of a reset that was asked for', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await register(running)
  await running.cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  const ConfirmationCode = running.newestCode()

  await setPassword(running, another)

  await expect(
    running.cognito.send(
      new ConfirmForgotPasswordCommand({
        ClientId,
        Username,
        ConfirmationCode,
        Password: ada.Password,
      }),
    ),
  ).rejects.toMatchObject({ name: 'ExpiredCodeException' })
})

test('AdminSetUserPassword holds to the policy and to what the pool remembers', async ({
  start,
}) => {
  const pool = emailPool()
  const passwordPolicy = { ...pool.passwordPolicy, passwordHistorySize: 2 }
  const running = await start({ pools: [{ ...pool, passwordPolicy }], ...byAdministrator })
  await register(running)

  await expect(setPassword(running, 'all-lower-1')).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: 'Password does not conform to policy: Password must have uppercase characters',
  })
  await expect(setPassword(running, ada.Password)).rejects.toMatchObject({
    name: 'PasswordHistoryPolicyViolationException',
  })
})

test('a session that a temporary password began is for its user, client and challenge alone', async ({
  start,
}) => {
  const other = appClient({ id: '2example23456789abcdefghij', authSessionSeconds: 180 })
  const running = await start({
    pools: [emailPool({ clients: [appClient(), other] })],
    ...byAdministrator,
  })
  await register(running)
  await register(running, { Username: 'eve@example.com' })
  await setPassword(running, another)
  const { Session = '' } = await begin(running, another)
  const answer = (input: object, responses: object = {}) =>
    running.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: 'Brighter-Horse-3', ...responses },
        ...input,
      }),
    )
  const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' }

  await expect(answer({ ClientId: other.id })).rejects.toMatchObject(invalid)
  await expect(answer({}, { USERNAME: 'eve@example.com' })).rejects.toMatchObject(invalid)
  await expect(answer({}, { USERNAME: 'nobody@example.com' })).rejects.toMatchObject(invalid)
  await expect(answer({ Session: `${Session}x` })).rejects.toMatchObject(invalid)
  await expect(answer({ ChallengeName: 'SOFTWARE_TOKEN_MFA' })).rejects.toMatchObject(invalid)
  await expect(answer({ ChallengeName: 'PASSWORD' }, { PASSWORD: another })).rejects.toMatchObject(
    invalid,
  )
  running.clock.advance({ minutes: 3 })
  await expect(answer({})).rejects.toMatchObject({
    message: 'Invalid session for the user, session is expired.',
  })
  expect(await statusOf(running)).toBe('FORCE_CHANGE_PASSWORD')
})

test('who is disabled meanwhile gets no password of their own', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)
  await setPassword(running, another)
  const { Session } = await begin(running, another)
  alterUser(running, Username, { enabled: false })

  await expect(
    running.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: 'Brighter-Horse-3' },
      }),
    ),
  ).rejects.toMatchObject({ message: 'User is disabled.' })
  expect(await statusOf(running)).toBe('FORCE_CHANGE_PASSWORD')
})

test('AdminResetUserPassword sends a code, and nothing but it leads back in', async ({ start }) => {
  const running = await start({ pools: honest, ...byAdministrator })
  await register(running)
  const { AccessToken } = await signIn(running)

  await reset(running)

  const required = { name: 'PasswordResetRequiredException' }
  expect(await statusOf(running)).toBe('RESET_REQUIRED')
  await expect(begin(running, ada.Password)).rejects.toMatchObject(required)
  await expect(
    running.cognito.send(
      new ChangePasswordCommand({
        AccessToken,
        PreviousPassword: ada.Password,
        ProposedPassword: another,
      }),
    ),
  ).rejects.toMatchObject(required)
  expect(running.outbox.list()[0]).toMatchObject({ to: Username, kind: 'FORGOT_PASSWORD' })
  await running.cognito.send(
    new ConfirmForgotPasswordCommand({
      ClientId,
      Username,
      ConfirmationCode: running.newestCode(),
      Password: another,
    }),
  )
  expect((await signIn(running, { Password: another })).AccessToken).not.toBe('')
})

test('a client that tells nobody who exists tells nobody whose password was reset', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await register(running)

  await reset(running)

  await expect(begin(running, ada.Password)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('AdminResetUserPassword is refused where no code could lead back', async ({ start }) => {
  const pools = [emailPool()]
  const running = await start({ pools, ...byAdministrator })
  await adminOf(running).send(
    new AdminCreateUserCommand({ UserPoolId, Username, TemporaryPassword: another }),
  )

  await expect(reset(running)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User password cannot be reset in the current state.',
  })
  await setPassword(running, ada.Password, true)
  await expect(reset(running)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
  })
  pools[0] = emailPool({ recoveryMechanisms: ['admin_only'] })
  await expect(reset(running)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect(await statusOf(running)).toBe('CONFIRMED')
})

test.for(['AdminCreateUser', 'AdminSetUserPassword', 'AdminResetUserPassword'] as const)(
  '%s is for those whose role allows it',
  async (action, { start }) => {
    const denied = administrator({ Action: `cognito-idp:${action}`, Effect: 'Deny' })
    const running = await start(only(denied))
    const input = { UserPoolId, Username, Password: another }
    const commands = {
      AdminCreateUser: () => new AdminCreateUserCommand(input),
      AdminSetUserPassword: () => new AdminSetUserPasswordCommand(input),
      AdminResetUserPassword: () => new AdminResetUserPasswordCommand(input),
    }

    const sending = signingClient(running.url, denied).send(
      commands[action]() as AdminResetUserPasswordCommand,
    )

    await expect(sending).rejects.toMatchObject({ name: 'AccessDeniedException' })
  },
)
