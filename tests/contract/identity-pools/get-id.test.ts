import { GetIdCommand } from '@aws-sdk/client-cognito-identity'
import { expect } from 'vitest'
import {
  identityPool,
  identityPoolId,
  poolRole,
  userPoolProvider,
} from '../../support/identity-pools/identity-pool-config.ts'
import { test } from '../../support/identity-pools/identity-pools.ts'

test('a login has one identity, whichever token proves it', async ({ start }) => {
  const { getId, loginsOf, runtime } = await start()
  const first = await getId(await loginsOf('ada'))
  runtime.clock.advance({ minutes: 30 })

  const second = await getId(await loginsOf('ada', { nonce: 'another token' }))

  expect(first).toMatch(
    /^us-east-1:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(second).toBe(first)
})

test('another person has another identity', async ({ start }) => {
  const { getId, loginsOf } = await start()

  expect(await getId(await loginsOf('ada'))).not.toBe(await getId(await loginsOf('eve')))
})

test('the same person has another identity in another pool', async ({ start }) => {
  const id = 'us-east-1:99999999-2222-4333-8444-555555555555'
  const { cognito, getId, loginsOf } = await start({
    pools: [identityPool(), identityPool({ id })],
  })
  const Logins = await loginsOf('ada')

  const { IdentityId } = await cognito.send(new GetIdCommand({ IdentityPoolId: id, Logins }))

  expect(IdentityId).not.toBe(await getId(Logins))
})

test('requests for one login that run at once get one identity', async ({ start }) => {
  const { getId, loginsOf } = await start()
  const Logins = await loginsOf('ada')

  const ids = await Promise.all(Array.from({ length: 8 }, () => getId(Logins)))

  expect(new Set(ids).size).toBe(1)
})

test('every guest is a new one', async ({ start }) => {
  const { getId } = await start()

  expect(await getId()).not.toBe(await getId({}))
})

test('a pool without guests refuses them', async ({ start }) => {
  const { getId } = await start({
    pools: [identityPool({ allowUnauthenticatedIdentities: false })],
  })

  await expect(getId()).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Unauthenticated access is not supported for this identity pool.',
  })
})

test('a pool that is not there is named', async ({ start }) => {
  const { getId } = await start({ pools: [identityPool()] })
  const { cognito } = await start()
  const IdentityPoolId = 'eu-west-1:11111111-2222-4333-8444-555555555555'

  await expect(cognito.send(new GetIdCommand({ IdentityPoolId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `IdentityPool '${IdentityPoolId}' not found.`,
  })
  await expect(getId()).resolves.toContain('us-east-1:')
})

test('an id of the wrong form is refused before anything is looked up', async ({ start }) => {
  const { cognito } = await start()

  await expect(cognito.send(new GetIdCommand({ IdentityPoolId: 'people' }))).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value 'people' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+",
  })
})

test('two logins of one request become one identity, found by either', async ({ start }) => {
  const { getId, loginsOf, others, pools } = await start()
  pools[0] = withOthers()
  const ada = await loginsOf('ada')
  const adaElsewhere = { [others.providerName]: await others.idToken({ sub: 'ada.l' }) }

  const both = await getId({ ...ada, ...adaElsewhere })

  expect(await getId(ada)).toBe(both)
  expect(await getId(adaElsewhere)).toBe(both)
})

test('two identities that logins had apart become the older one', async ({ start }) => {
  const { getCredentials, getId, loginsOf, others, pools, runtime } = await start()
  pools[0] = withOthers()
  const ada = await loginsOf('ada')
  const adaElsewhere = { [others.providerName]: await others.idToken({ sub: 'ada.l' }) }
  const older = await getId(adaElsewhere)
  runtime.clock.advance({ seconds: 1 })
  const newer = await getId(ada)

  const joined = await getId({ ...ada, ...adaElsewhere })

  expect(joined).toBe(older)
  expect(await getId(ada)).toBe(older)
  expect((await getCredentials(newer, ada)).IdentityId).toBe(older)
})

test('one identity never holds two people of one provider', async ({ start }) => {
  const { getId, loginsOf, others, pools } = await start()
  pools[0] = withOthers()
  const elsewhere = { [others.providerName]: await others.idToken({ sub: 'shared' }) }
  const ada = await getId({ ...(await loginsOf('ada')), ...elsewhere })
  const eve = await getId(await loginsOf('eve'))

  await expect(getId({ ...(await loginsOf('eve')), ...elsewhere })).rejects.toMatchObject({
    name: 'ResourceConflictException',
  })
  expect(await getId(elsewhere)).toBe(ada)
  expect(await getId(await loginsOf('eve'))).toBe(eve)
})

test('a public provider is known by the audience that the pool names', async ({ start }) => {
  const { getId, others, pools } = await start()
  const logins = async (aud: string) => ({
    [others.providerName]: await others.idToken({ sub: 'ada', aud }),
  })
  pools[0] = identityPool({ supportedLoginProviders: { [others.providerName]: 'web-client' } })

  await expect(getId(await logins('web-client'))).resolves.toContain('us-east-1:')
  await expect(getId(await logins('other-client'))).rejects.toMatchObject({
    message: 'Token is not from a supported provider of this identity pool.',
  })
})

test('what the template drops is gone at the next request', async ({ start }) => {
  const { getCredentials, getId, pools } = await start()
  const guest = await getId()
  pools.splice(0)

  await expect(getCredentials(guest)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Identity '${guest}' not found.`,
  })
})

function withOthers() {
  return identityPool({
    authenticatedRole: poolRole('authenticated', 'authenticated', identityPoolId),
    cognitoProviders: [
      userPoolProvider('localhost:9229/us-east-1_ExAmPlE01'),
      userPoolProvider('login.example.com'),
    ],
  })
}
