import {
  ChangePasswordCommand,
  DeleteUserAttributesCommand,
  DeleteUserCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../support/people.ts'
import { test } from '../../support/user-pools.ts'

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
