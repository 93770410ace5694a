import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  type SetRiskConfigurationCommandInput,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, signIn } from '../../../support/user-pools/people.ts'
import { begin, respond } from '../../../support/user-pools/second-factors.ts'
import { appClient } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import { berlin, from, protectedPool, signInBySrp, startProtected } from './places.ts'

type Filter = NonNullable<
  NonNullable<
    SetRiskConfigurationCommandInput['CompromisedCredentialsRiskConfiguration']
  >['EventFilter']
>

const { ClientId, Username } = ada
const leaked = 'Leaked-Horse-1'
const leakedPasswords = new Set([leaked])
const refused = {
  name: 'InvalidPasswordException',
  message: 'Provided password cannot be used for security reasons.',
}

function watching(EventFilter: Filter = [], EventAction: 'BLOCK' | 'NO_ACTION' = 'BLOCK') {
  return {
    CompromisedCredentialsRiskConfiguration: {
      ...(EventFilter.length > 0 && { EventFilter }),
      Actions: { EventAction },
    },
  }
}

type Running = Awaited<ReturnType<typeof startProtected>>

/** An administrator's choice is not looked at. */
function setPassword({ admin, UserPoolId }: Running, Password: string) {
  return admin.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }),
  )
}

async function statusOf({ admin, UserPoolId }: Running) {
  return (await admin.send(new AdminGetUserCommand({ UserPoolId, Username }))).UserStatus
}

test('a leaked password that signs in is to be reset, and lets nobody in any more', async ({
  start,
}) => {
  const pool = protectedPool({ clients: [appClient({ preventUserExistenceErrors: false })] })
  const running = await startProtected(start, watching(), { pool, leakedPasswords })
  const { cognito, newestCode } = running
  await setPassword(running, leaked)
  const reset = { name: 'PasswordResetRequiredException' }
  const guess = { ...ada, Password: 'Wrong-Horse-1' }

  await expect(begin(running, guess)).rejects.toThrow('Incorrect')
  const before = await statusOf(running)
  await expect(begin(running, { ...ada, Password: leaked })).rejects.toMatchObject(reset)
  const after = await statusOf(running)
  await expect(begin(running, { ...ada, Password: leaked })).rejects.toMatchObject(reset)
  const [event] = await running.events()
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  const ConfirmationCode = newestCode(Username)
  const confirm = (Password: string) =>
    cognito.send(
      new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }),
    )
  await expect(confirm(leaked)).rejects.toMatchObject(refused)
  await confirm('Another-Horse-1')

  expect([before, after]).toEqual(['CONFIRMED', 'RESET_REQUIRED'])
  expect(event).toMatchObject({
    EventResponse: 'Fail',
    EventRisk: { RiskDecision: 'Block', CompromisedCredentialsDetected: true },
  })
  await expect(signIn(running, { ...ada, Password: 'Another-Horse-1' })).resolves.toBeDefined()
  expect((await running.events()).map(({ EventType }) => EventType)).toEqual([
    'SignIn',
    'PasswordChange',
    'ForgotPassword',
    'SignIn',
    'SignIn',
    'SignUp',
  ])
})

test('nobody signs up with a leaked password, or changes theirs to one', async ({ start }) => {
  const running = await startProtected(start, watching(), { leakedPasswords })
  const { cognito } = running
  const { AccessToken } = await signIn(running)
  const email = { Name: 'email', Value: 'grace@example.com' }
  const grace = { ClientId, Username: email.Value, UserAttributes: [email], Password: leaked }
  const change = {
    AccessToken,
    PreviousPassword: ada.Password,
    ProposedPassword: leaked,
  }

  await expect(cognito.send(new SignUpCommand(grace))).rejects.toMatchObject(refused)
  await expect(cognito.send(new ChangePasswordCommand(change))).rejects.toMatchObject(refused)

  await expect(signIn(running)).resolves.toBeDefined()
  await expect(
    cognito.send(new SignUpCommand({ ...grace, Password: 'Another-Horse-1' })),
  ).resolves.toMatchObject({ UserConfirmed: false })
})

test('whoever is given an account chooses no leaked password', async ({ start }) => {
  const running = await startProtected(start, watching(), { leakedPasswords })
  const { admin, UserPoolId } = running
  const grace = { ...ada, Username: 'grace@example.com', Password: leaked }
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: grace.Username,
      TemporaryPassword: leaked,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: grace.Username }],
    }),
  )

  const { ChallengeName, Session } = await begin(running, grace)
  const answer = (NEW_PASSWORD: string) =>
    respond(running, 'NEW_PASSWORD_REQUIRED', Session, { USERNAME: grace.Username, NEW_PASSWORD })

  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  await expect(answer(leaked)).rejects.toMatchObject(refused)
  await expect(answer('Another-Horse-1')).resolves.toHaveProperty('AuthenticationResult')
})

test('only what the filter names is looked at', async ({ start }) => {
  const running = await startProtected(start, watching(['SIGN_UP']), { leakedPasswords })
  const { AccessToken } = await signIn(running)

  await running.cognito.send(
    new ChangePasswordCommand({
      AccessToken,
      PreviousPassword: ada.Password,
      ProposedPassword: leaked,
    }),
  )
  await signIn(running, { ...ada, Password: leaked })

  const [event] = await running.events()
  expect(event?.EventRisk).toMatchObject({ CompromisedCredentialsDetected: false })
})

test.for([
  ['NO_ACTION', protectedPool(), 'NO_ACTION'],
  ['AUDIT', protectedPool({ threatProtection: { mode: 'AUDIT' } }), 'BLOCK'],
] as const)(
  '%s tells that a password has leaked, and lets it in',
  async ([, pool, action], { start }) => {
    const running = await startProtected(start, watching([], action), { pool, leakedPasswords })
    await setPassword(running, leaked)

    await signIn(running, { ...ada, Password: leaked })

    const [event] = await running.events()
    expect(event).toMatchObject({
      EventResponse: 'Pass',
      EventRisk: { RiskDecision: 'NoRisk', CompromisedCredentialsDetected: true },
    })
    expect(await statusOf(running)).toBe('CONFIRMED')
  },
)

test('a password that is proved by SRP is not seen, and so not looked up', async ({ start }) => {
  const running = await startProtected(start, watching(), { leakedPasswords })
  await setPassword(running, leaked)

  await signInBySrp(running, { ...ada, Password: leaked })

  expect((await running.events())[0]?.EventRisk).toMatchObject({
    CompromisedCredentialsDetected: false,
  })
})

test('from a skipped address nothing is looked up', async ({ start }) => {
  const settings = {
    ...watching(),
    RiskExceptionConfiguration: { SkippedIPRangeList: ['192.0.2.0/24'] },
  }
  const running = await startProtected(start, settings, { leakedPasswords })
  await setPassword(running, leaked)

  await expect(signIn(from(running, berlin), { ...ada, Password: leaked })).resolves.toMatchObject({
    TokenType: 'Bearer',
  })
})
