import { expect } from 'vitest'
import * as client from 'openid-client'
import { decodeJwt } from 'jose'
import { appCallback, test } from '../../../support/managed-login/federation.ts'
import type { IdentityProviderType } from '../../../../local/user-pools/config.ts'

const types: readonly IdentityProviderType[] = [
  'Google',
  'Facebook',
  'SignInWithApple',
  'LoginWithAmazon',
  'OIDC',
]

test.for(types)(
  'somebody signs in at %s, and is a user of the pool from then on',
  async (type, { federate }) => {
    const { provider, pool, discover, signIn, userPools } = await federate(type)
    const app = await discover()
    const codeVerifier = client.randomPKCECodeVerifier()

    const callback = await signIn({
      nonce: 'of-the-app',
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    })
    const tokens = await client.authorizationCodeGrant(app, callback, {
      pkceCodeVerifier: codeVerifier,
      expectedState: 'of-the-app',
      expectedNonce: 'of-the-app',
    })

    expect(callback.href.startsWith(`${appCallback}?code=`)).toBe(true)
    const username = `${type.toLowerCase()}_1026`
    const groups = [`${pool.id}_${type}`]
    const user = userPools.users.find(pool, username)!
    expect(tokens.claims()).toMatchObject({
      sub: user.sub,
      'cognito:username': username,
      'cognito:groups': groups,
      email: 'ada@example.com',
      email_verified: false,
      name: type === 'SignInWithApple' ? 'Ada' : 'Ada',
      identities: [
        {
          userId: '1026',
          providerName: type,
          providerType: type,
          issuer: null,
          primary: 'true',
          dateCreated: String(user.createdAtMs),
        },
      ],
    })
    expect(decodeJwt(tokens.access_token)).toMatchObject({ username, 'cognito:groups': groups })
    expect(user).toMatchObject({ status: 'EXTERNAL_PROVIDER', aliases: [] })
    expect(provider.asked.some(({ url }) => url.pathname === '/token')).toBe(true)
  },
)
