import { JwtVerifier } from 'aws-jwt-verify'
import { KidNotFoundInJwksError } from 'aws-jwt-verify/error'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import type { JsonObject } from 'aws-jwt-verify/safe-json-parse'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const { id, issuer } = emailPool()

/** aws-jwt-verify fetches over https only, so the fetcher is ours; all checks are its own. */
function createVerifier({ url }: RunningUserPools, tokenUse: 'access' | 'id') {
  const jwksCache = new SimpleJwksCache({
    fetcher: {
      fetch: async (uri) => {
        const response = await fetch(uri.replace('https://', 'http://'))
        return response.arrayBuffer()
      },
    },
  })
  return JwtVerifier.create(
    {
      issuer,
      audience: tokenUse === 'id' ? ada.ClientId : null,
      jwksUri: `${url}/${id}/.well-known/jwks.json`.replace('http://', 'https://'),
      customJwtCheck: ({ payload }: { payload: JsonObject }) => {
        if (payload.token_use !== tokenUse) throw new Error(`Not an ${tokenUse} token`)
      },
    },
    { jwksCache },
  )
}

test('aws-jwt-verify accepts both tokens, each for its own use', async ({ start }) => {
  const pools = await start()
  const sub = await register(pools)
  const { AccessToken, IdToken } = await signIn(pools)

  const access = await createVerifier(pools, 'access').verify(AccessToken)
  const identity = await createVerifier(pools, 'id').verify(IdToken)

  expect(access).toMatchObject({ sub, client_id: ada.ClientId })
  expect(identity).toMatchObject({ sub, 'cognito:username': sub })
  await expect(createVerifier(pools, 'access').verify(IdToken)).rejects.toThrow(
    'Not an access token',
  )
})

test('aws-jwt-verify refuses a token of another installation', async ({ start }) => {
  const [ours, theirs] = [await start(), await start()]
  await register(theirs)
  const { AccessToken } = await signIn(theirs)

  await expect(createVerifier(ours, 'access').verify(AccessToken)).rejects.toThrow(
    KidNotFoundInJwksError,
  )
})
