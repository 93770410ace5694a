import { expect, test } from 'vitest'
import { signJwt } from '../../../../../local/core/crypto/jwt.ts'
import type { OperationContext } from '../../../../../local/user-pools/context.ts'
import { createCodes } from '../../../../../local/user-pools/codes/codes.ts'
import { createImports, noImportFiles } from '../../../../../local/user-pools/import/imports.ts'
import { createLimits } from '../../../../../local/user-pools/limits.ts'
import type { UserRecord } from '../../../../../local/user-pools/model.ts'
import { apiScope, issueTokens } from '../../../../../local/user-pools/tokens/issue-tokens.ts'
import { requireAccessToken } from '../../../../../local/user-pools/tokens/require-access-token.ts'
import { createSigningKeys } from '../../../../../local/user-pools/tokens/signing-keys.ts'
import { createCreatedPools } from '../../../../../local/user-pools/pools/created-pools.ts'
import { tokenFamilies } from '../../../../../local/user-pools/tokens/token-family.ts'
import { createUsers } from '../../../../../local/user-pools/users/users.ts'
import { decodeJwt } from '../../../../../local/core/crypto/jwt.ts'
import { createTestDefinitions } from '../../../../support/user-pools/definitions.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'
import { appClient, plainPool } from '../../../../support/user-pools/user-pool-config.ts'

// What no operation of today leads to: other scopes, administrators, forgers with half a key.

const pool = plainPool()
const client = appClient()
const runtime = createTestRuntime()
const definitions = createTestDefinitions()
const ctx: OperationContext = {
  ...runtime,
  pools: () => [pool],
  definitions,
  createdPools: createCreatedPools(runtime, () => [pool], definitions),
  users: createUsers(runtime.store),
  codes: createCodes(runtime),
  limits: createLimits(runtime),
  signingKeys: createSigningKeys(runtime),
  imports: createImports(noImportFiles, runtime.log),
  leakedPasswords: new Set(),
  deliver: () => undefined,
  domainUrlOf: () => undefined,
  invoke: () => Promise.reject(new Error('no functions')),
  generateDataKey: () => Promise.reject(new Error('no keys')),
  admit: () => Promise.reject(new Error('nothing is signed here')),
}

function addUser(username: string, sub = `sub-of-${username}`): UserRecord {
  return ctx.users.add(pool, {
    poolId: pool.id,
    username,
    sub,
    attributes: {},
    aliases: [],
    status: 'CONFIRMED',
    enabled: true,
    createdAtMs: 0,
    updatedAtMs: 0,
  })
}

async function tokenOf(user: UserRecord, scope = apiScope): Promise<string> {
  const { AccessToken = '' } = await issueTokens(ctx, { pool, client, user, scope })
  return AccessToken
}

const refusal = (message: string) => ({ code: 'NotAuthorizedException', message })

test('an access token leads to its user, client, pool and claims', async () => {
  const user = addUser('ada')

  const caller = await requireAccessToken(ctx, await tokenOf(user, `openid ${apiScope}`))

  expect(caller).toMatchObject({ user, client, pool, claims: { username: 'ada' } })
})

test.for(['openid email', `${apiScope}s`, ''])(
  'the scope "%s" does not open the user pool',
  async (scope) => {
    const user = addUser(`scoped ${scope}`)

    await expect(requireAccessToken(ctx, await tokenOf(user, scope))).rejects.toMatchObject(
      refusal('Access Token does not have required scopes'),
    )
  },
)

test('a disabled user is told so', async () => {
  const user = addUser('disabled')
  const token = await tokenOf(user)
  ctx.users.update(pool, { ...user, enabled: false })

  await expect(requireAccessToken(ctx, token)).rejects.toMatchObject(refusal('User is disabled.'))
})

test('who signs up under the name again inherits no token', async () => {
  const user = addUser('again')
  const token = await tokenOf(user)
  ctx.users.remove(pool, user)
  await expect(requireAccessToken(ctx, token)).rejects.toMatchObject({
    code: 'UserNotFoundException',
    message: 'User does not exist.',
  })

  const successor = addUser('again', 'sub-of-successor')
  await expect(requireAccessToken(ctx, token)).rejects.toMatchObject(
    refusal('Access Token has been revoked'),
  )

  ctx.users.update(pool, { ...successor, status: 'UNCONFIRMED' })
  await expect(requireAccessToken(ctx, token)).rejects.toMatchObject({
    code: 'UserNotConfirmedException',
    message: 'User is not confirmed.',
  })
})

test('a token whose sign-in is not known any more is revoked', async () => {
  const token = await tokenOf(addUser('forgotten'))

  tokenFamilies(ctx.store).delete(String(decodeJwt(token)?.claims.event_id))

  await expect(requireAccessToken(ctx, token)).rejects.toMatchObject(
    refusal('Access Token has been revoked'),
  )
})

test('a token for one use cannot be signed by the key for the other', async () => {
  const token = await tokenOf(addUser('forger'))
  const claims = decodeJwt(token)?.claims ?? {}
  const { id, access } = await ctx.signingKeys.of(pool.id)

  const byOtherKey = await signJwt(id, claims)
  const underOtherName = await signJwt({ ...id, kid: access.kid }, claims)

  for (const forged of [byOtherKey, underOtherName]) {
    await expect(requireAccessToken(ctx, forged)).rejects.toMatchObject(
      refusal('Could not verify signature for Access Token'),
    )
  }
})

test.for([{ exp: undefined }, { exp: 'tomorrow' }, { exp: 0 }])(
  'an access token with %o has expired',
  async (change) => {
    const token = await tokenOf(addUser(`expired ${String(change.exp)}`))
    const { access } = await ctx.signingKeys.of(pool.id)

    const odd = await signJwt(access, { ...decodeJwt(token)?.claims, ...change })

    await expect(requireAccessToken(ctx, odd)).rejects.toMatchObject(
      refusal('Access Token has expired'),
    )
  },
)
