import { expect } from 'vitest'
import type { IdentityPoolConfig } from '../../../local/identity-pools/config.ts'
import {
  identityPool,
  userPoolProvider,
} from '../../support/identity-pools/identity-pool-config.ts'
import { test, type RunningIdentityPools } from '../../support/identity-pools/identity-pools.ts'

const userPool = 'localhost:9229/us-east-1_ExAmPlE01'

interface Refusal {
  title: string
  pool?: Partial<IdentityPoolConfig>
  logins: (running: RunningIdentityPools) => Promise<Record<string, string>>
  name?: string
  message: string | RegExp
}

const refusals: Refusal[] = [
  {
    title: 'a provider that the pool does not know',
    logins: async ({ others }) => ({ 'login.example.com': await others.idToken({ sub: 'ada' }) }),
    message: 'Token is not from a supported provider of this identity pool.',
  },
  {
    title: 'an app client that the pool does not know',
    logins: ({ loginsOf }) => loginsOf('ada', { aud: '2example23456789abcdefghij' }),
    message: 'Token is not from a supported provider of this identity pool.',
  },
  {
    title: 'an issuer that is not the provider',
    pool: { cognitoProviders: [userPoolProvider(userPool)] },
    logins: async ({ others }) => ({ [userPool]: await others.idToken({ sub: 'ada' }) }),
    message: "Invalid login token. Issuer doesn't match providerName",
  },
  {
    title: 'an access token',
    logins: ({ loginsOf }) => loginsOf('ada', { token_use: 'access', aud: undefined }),
    message: 'Invalid login token. Not a valid OpenId Connect identity token.',
  },
  {
    title: 'a token that an identity pool issued, under the name of another provider',
    logins: ({ loginsOf }) => loginsOf('ada', { iss: 'https://cognito-identity.amazonaws.com' }),
    message: "Invalid login token. Can't pass in a Cognito token.",
  },
  {
    title: 'a user pool’s token under the name of identity pools',
    logins: async ({ people }) => ({
      'cognito-identity.amazonaws.com': await people.idToken({ sub: 'ada' }),
    }),
    message: 'Invalid login token. Not a Cognito token.',
  },
  {
    title: 'somebody who has signed out, where the server checks',
    pool: { cognitoProviders: [userPoolProvider(userPool, true)] },
    logins: ({ loginsOf, people }) => {
      people.inactive.add('ada')
      return loginsOf('ada')
    },
    message: 'Token is inactive',
  },
  {
    title: 'a signature that is not the provider’s',
    logins: async ({ people }) => {
      const [header = '', , signature = ''] = (await people.idToken({ sub: 'ada' })).split('.')
      const [, forged = ''] = (await people.idToken({ sub: 'eve' })).split('.')
      return { [userPool]: `${header}.${forged}.${signature}` }
    },
    message: "Invalid login token. Couldn't verify signed token.",
  },
  {
    title: 'a token that names no algorithm',
    logins: async ({ people }) => {
      const [, claims = ''] = (await people.idToken({ sub: 'ada' })).split('.')
      return { [userPool]: `${btoa('{"alg":"none"}').replaceAll('=', '')}.${claims}.` }
    },
    message: "Invalid login token. Couldn't verify signed token.",
  },
  {
    title: 'what is no token',
    logins: () => Promise.resolve({ [userPool]: 'not-a-token' }),
    message: 'Invalid login token. Not a valid OpenId Connect identity token.',
  },
  ...['https://localhost:9229/us-east-1_ExAmPlE01', 'a b', '', '../x', 'x'.repeat(129)].map(
    (key): Refusal => ({
      title: `the provider name ${JSON.stringify(key.slice(0, 50))}`,
      logins: () => Promise.resolve({ [key]: 'token' }),
      name: 'InvalidParameterException',
      message: 'Please provide a valid public provider',
    }),
  ),
]

for (const { title, pool, logins, name = 'NotAuthorizedException', message } of refusals) {
  test(`GetId and GetCredentialsForIdentity refuse ${title}`, async ({ start }) => {
    const running = await start({ pools: [identityPool(pool)] })
    const guest = await running.getId()
    const Logins = await logins(running)

    await expect(running.getId(Logins)).rejects.toMatchObject({ name, message })
    await expect(running.getCredentials(guest, Logins)).rejects.toMatchObject({ name, message })
    await expect(running.getCredentials(guest)).resolves.toMatchObject({ IdentityId: guest })
  })
}

test('an expired token is answered with both times', async ({ start }) => {
  const { getId, loginsOf, runtime } = await start()
  const Logins = await loginsOf('ada', { exp: 1_754_027_905 })
  runtime.clock.advance({ ms: 1_754_028_051_000 - runtime.clock.now() })

  await expect(getId(Logins)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: /^Invalid login token\. Token expired: 175402805\d >= 1754027905$/,
  })
})

test('one login that fails spoils the others', async ({ start }) => {
  const { getId, loginsOf } = await start()
  const Logins = { ...(await loginsOf('ada')), 'graph.facebook.com': 'token' }

  await expect(getId(Logins)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('somebody who has signed out keeps going where the server does not check', async ({
  start,
}) => {
  const { getId, loginsOf, people } = await start()
  people.inactive.add('ada')

  await expect(getId(await loginsOf('ada'))).resolves.toContain('us-east-1:')
})

test('a login of somebody else opens no identity', async ({ start }) => {
  const { getCredentials, getId, loginsOf } = await start()
  const ada = await getId(await loginsOf('ada'))
  await getId(await loginsOf('eve'))

  for (const stranger of ['eve', 'mallory']) {
    await expect(getCredentials(ada, await loginsOf(stranger))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message:
        "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    })
  }
})

test('an identity with a login is closed to those without', async ({ start }) => {
  const { getCredentials, getId, loginsOf } = await start()
  const ada = await getId(await loginsOf('ada'))

  await expect(getCredentials(ada)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: `Access to Identity '${ada}' is forbidden.`,
  })
})

test('an identity that is not there is named', async ({ start }) => {
  const { getCredentials, loginsOf } = await start()
  const nobody = 'us-east-1:00000000-0000-4000-8000-000000000000'

  for (const Logins of [undefined, await loginsOf('ada')]) {
    await expect(getCredentials(nobody, Logins)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `Identity '${nobody}' not found.`,
    })
  }
})

test('guests that a pool allowed once are refused when it does no more', async ({ start }) => {
  const { getCredentials, getId, pools } = await start()
  const guest = await getId()
  pools[0] = identityPool({ allowUnauthenticatedIdentities: false })

  await expect(getCredentials(guest)).rejects.toMatchObject({
    message: 'Unauthenticated access is not supported for this identity pool.',
  })
})
