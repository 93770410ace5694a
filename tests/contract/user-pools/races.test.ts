import {
  ChangePasswordCommand,
  ConfirmSignUpCommand,
  DeleteUserAttributesCommand,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import {
  waitingFunction,
  wordedPool,
  wordFromNowOn,
} from '../../support/user-pools/custom-message.ts'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { test } from '../../support/user-pools/user-pools.ts'

const set = (AccessToken: string, attributes: Record<string, string>) =>
  new UpdateUserAttributesCommand({
    AccessToken,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  })

const succeeded = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === 'fulfilled').length

test('changes to different attributes at once are all kept', async ({ start }) => {
  const running = await start({ isBusy: true })
  const { cognito } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  const names = [
    'name',
    'nickname',
    'website',
    'profile',
    'gender',
    'locale',
    'zoneinfo',
    'picture',
  ]
  await cognito.send(set(AccessToken, { address: 'London' }))

  await Promise.all([
    ...names.map((name) => cognito.send(set(AccessToken, { [name]: name }))),
    cognito.send(new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['address'] })),
  ])

  const { UserAttributes = [] } = await cognito.send(new GetUserCommand({ AccessToken }))
  expect(UserAttributes.map(({ Name }) => Name).toSorted()).toEqual(
    ['email', 'email_verified', 'sub', ...names].toSorted(),
  )
})

test('nothing brings a deleted user back', async ({ start }) => {
  const running = await start({ isBusy: true })
  const { cognito, runtime } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  const others = () => [
    cognito.send(set(AccessToken, { name: 'Ada' })),
    cognito.send(new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['name'] })),
    cognito.send(
      new ChangePasswordCommand({
        AccessToken,
        PreviousPassword: ada.Password,
        ProposedPassword: 'Battery-Staple-2',
      }),
    ),
  ]

  await Promise.allSettled([
    ...others(),
    cognito.send(new DeleteUserCommand({ AccessToken })),
    cognito.send(new DeleteUserCommand({ AccessToken })),
    ...others(),
  ])

  expect([...runtime.store.table('user-pools/users').entries()]).toEqual([])
  expect([...runtime.store.table('user-pools/user-index').entries()]).toEqual([])
})

test('of two users who prove one address at once exactly one gets it', async ({ start }) => {
  const running = await start({ isBusy: true })
  const { cognito, newestCode } = running
  const wanted = 'shared@example.com'
  const proofs: VerifyUserAttributeCommand[] = []
  for (const Username of ['ada@example.com', 'bob@example.com']) {
    await register(running, { Username })
    const { AccessToken } = await signIn(running, { Username })
    await cognito.send(set(AccessToken, { email: wanted }))
    const Code = newestCode(wanted)
    proofs.push(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }))
  }

  const results = await Promise.allSettled(proofs.map((proof) => cognito.send(proof)))

  expect(succeeded(results)).toBe(1)
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { name: 'AliasExistsException' },
  })
  await expect(signIn(running, { Username: wanted })).resolves.toBeDefined()
})

test('of two changes of one password at once exactly one succeeds', async ({ start }) => {
  const running = await start({ isBusy: true })
  const { cognito } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  const proposals = ['Battery-Staple-2', 'Battery-Staple-3', 'Battery-Staple-4']

  const results = await Promise.allSettled(
    proposals.map((ProposedPassword) =>
      cognito.send(
        new ChangePasswordCommand({
          AccessToken,
          PreviousPassword: ada.Password,
          ProposedPassword,
        }),
      ),
    ),
  )

  expect(succeeded(results)).toBe(1)
  const winner = proposals[results.findIndex(({ status }) => status === 'fulfilled')]
  await expect(signIn(running, { Password: winner ?? '' })).resolves.toBeDefined()
})

test('who is confirmed while a code is composed for them gets none', async ({ start }) => {
  const { invoke, asked, goOn } = waitingFunction()
  const running = await start({ invoke })
  const { cognito, outbox } = running
  await register(running, ada, { isConfirmed: false })
  const ConfirmationCode = running.newestCode()
  wordFromNowOn(running)
  const { ClientId, Username } = ada

  const resending = cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username }))
  await asked
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  goOn()

  await expect(resending).rejects.toMatchObject({ message: 'User is already confirmed.' })
  expect(outbox.list()).toHaveLength(1)
})

test('a code goes to the address that waits when it is sent, not to the one that waited', async ({
  start,
}) => {
  const { invoke, asked, goOn } = waitingFunction()
  const running = await start({ invoke })
  const { cognito, outbox, pools } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  pools[0] = { ...pools[0]!, verifyBeforeUpdate: ['email'] }
  await cognito.send(set(AccessToken, { email: 'first@example.com' }))
  wordFromNowOn(running)

  const asking = cognito.send(
    new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' }),
  )
  await asked
  pools[0] = { ...pools[0], triggers: {} }
  await cognito.send(set(AccessToken, { email: 'second@example.com' }))
  goOn()
  await asking

  expect(outbox.list().map(({ to }) => to)).toEqual([
    'second@example.com',
    'second@example.com',
    'first@example.com',
    ada.Username,
  ])
  const Code = running.newestCode('second@example.com')
  await cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }))
  const { UserAttributes } = await cognito.send(new GetUserCommand({ AccessToken }))
  expect(UserAttributes).toContainEqual({ Name: 'email', Value: 'second@example.com' })
})

test('who is deleted while a code is composed for them gets none, and nobody learns of it', async ({
  start,
}) => {
  const { invoke, asked, goOn } = waitingFunction()
  const running = await start({ invoke })
  const { cognito, outbox, runtime } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  wordFromNowOn(running)

  const forgetting = cognito.send(
    new ForgotPasswordCommand({ ClientId: ada.ClientId, Username: ada.Username }),
  )
  await asked
  await cognito.send(new DeleteUserCommand({ AccessToken }))
  goOn()

  await expect(forgetting).resolves.toMatchObject({
    CodeDeliveryDetails: { Destination: 'a***@e***' },
  })
  expect(outbox.list()).toHaveLength(1)
  expect([...runtime.store.table('user-pools/codes').entries()]).toEqual([])
})

test('of two who sign up by one name while messages are composed, one gets a code', async ({
  start,
}) => {
  const { invoke, asked, goOn } = waitingFunction()
  const { cognito, outbox } = await start({ pools: [wordedPool()], invoke })

  const signingUp = [1, 2].map(() => cognito.send(new SignUpCommand(ada)))
  await asked
  goOn()
  const settled = await Promise.allSettled(signingUp)

  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outbox.list()).toHaveLength(1)
})
