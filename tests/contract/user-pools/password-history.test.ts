import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../support/iam/administrator.ts'
import { createTestDefinitions } from '../../support/user-pools/definitions.ts'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { begin, respond } from '../../support/user-pools/second-factors.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const { ClientId, Username } = ada
const credentials = administrator()
const byAdministrator = only(credentials)
const passwordPolicy = { ...emailPool().passwordPolicy, passwordHistorySize: 3 }
const pools = [emailPool({ passwordPolicy })]
const remembered = { name: 'PasswordHistoryPolicyViolationException' }
const second = 'Second-Password-2'

function adminOf({ url }: RunningUserPools) {
  return signingClient(url, credentials)
}

/** A way to come to a new password: what it begins with, and what takes the password. */
type Way = (running: RunningUserPools) => Promise<(password: string) => Promise<unknown>>

const ways: Record<string, Way> = {
  async ChangePassword(running) {
    const { AccessToken } = await signIn(running, { Password: second })
    return (ProposedPassword) =>
      running.cognito.send(
        new ChangePasswordCommand({ AccessToken, PreviousPassword: second, ProposedPassword }),
      )
  },
  async ConfirmForgotPassword({ cognito, newestCode }) {
    await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
    const ConfirmationCode = newestCode()
    return (Password) =>
      cognito.send(
        new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }),
      )
  },
  async NEW_PASSWORD_REQUIRED(running) {
    const Password = 'Temporary-Password-1'
    await adminOf(running).send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password }))
    const { Session } = await begin(running, { ...ada, Password })
    return (NEW_PASSWORD) => respond(running, 'NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD })
  },
  AdminSetUserPassword(running) {
    return Promise.resolve((Password) =>
      adminOf(running).send(
        new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }),
      ),
    )
  },
}

test.for(Object.entries(ways))(
  '%s takes none of the passwords that the pool remembers, and goes on with another',
  async ([, begun], { start }) => {
    const running = await start({ pools, ...byAdministrator })
    await register(running)
    await adminOf(running).send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: second, Permanent: true }),
    )
    const take = await begun(running)

    for (const password of [ada.Password, second]) {
      await expect(take(password)).rejects.toMatchObject(remembered)
    }
    await take('Third-Password-3')

    expect((await signIn(running, { Password: 'Third-Password-3' })).AccessToken).not.toBe('')
  },
)

test('a pool of the API remembers passwords, too, but for one of the Lite tier', async ({
  start,
}) => {
  const running = await start({ ...byAdministrator, definitions: createTestDefinitions() })
  const admin = adminOf(running)
  const Policies = { PasswordPolicy: { PasswordHistorySize: 1 } }
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: 'p', Policies }))
  const person = { UserPoolId: UserPool?.Id, Username: 'ada' }
  await admin.send(new AdminCreateUserCommand({ ...person, MessageAction: 'SUPPRESS' }))
  const set = (Password: string) =>
    admin.send(new AdminSetUserPasswordCommand({ ...person, Password, Permanent: true }))

  await set('first-password')
  await expect(set('first-password')).rejects.toMatchObject(remembered)
  await set('second-password')
  await set('first-password')

  await expect(
    admin.send(new CreateUserPoolCommand({ PoolName: 'p', Policies, UserPoolTier: 'LITE' })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('PasswordHistorySize: needs a pool') as string,
  })
})

test.for([
  [1, 1],
  [0, 7],
] as const)(
  'with TemporaryPasswordValidityDays of %i a temporary password is good for %i days',
  async ([TemporaryPasswordValidityDays, days], { start }) => {
    const running = await start({ ...byAdministrator, definitions: createTestDefinitions() })
    const admin = adminOf(running)
    const { UserPool } = await admin.send(
      new CreateUserPoolCommand({
        PoolName: 'p',
        Policies: { PasswordPolicy: { TemporaryPasswordValidityDays } },
      }),
    )
    const person = { UserPoolId: UserPool?.Id, Username: 'ada' }
    const { UserPoolClient } = await admin.send(
      new CreateUserPoolClientCommand({
        UserPoolId: UserPool?.Id,
        ClientName: 'web',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      }),
    )
    const TemporaryPassword = 'temporary-password'
    const invite = (MessageAction: 'SUPPRESS' | 'RESEND') =>
      admin.send(
        new AdminCreateUserCommand({
          ...person,
          TemporaryPassword,
          MessageAction,
          UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
          DesiredDeliveryMediums: ['EMAIL'],
        }),
      )
    const signInByIt = () =>
      admin.send(
        new InitiateAuthCommand({
          ClientId: UserPoolClient?.ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: 'ada', PASSWORD: TemporaryPassword },
        }),
      )
    running.clock.stop()
    await invite('SUPPRESS')

    running.clock.advance({ hours: days * 24, ms: -1 })
    expect((await signInByIt()).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    running.clock.advance({ ms: 1 })
    await expect(signInByIt()).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Temporary password has expired and must be reset by an administrator.',
    })
    await invite('RESEND')
    expect((await signInByIt()).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  },
)
