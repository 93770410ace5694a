import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createUserPools } from '../../../../local/user-pools/service.ts'
import { listen } from '../../../support/node/listen.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test as base, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

interface Fixtures {
  /** The same store in a process that knows nothing else of the one before. */
  restart: (pools: RunningUserPools) => Promise<RunningUserPools>
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  restart: async ({}, use) => {
    const closers: (() => Promise<void>)[] = []
    await use(async (before) => {
      const { fetch, verifyIdToken } = createUserPools({
        pools: () => before.pools,
        runtime: before.runtime,
        deliver: before.outbox.deliver,
      })
      const { url, close } = await listen(fetch)
      const cognito = new CognitoIdentityProviderClient({ endpoint: url, region: 'us-east-1' })
      closers.push(() => {
        cognito.destroy()
        return close()
      })
      return { ...before, cognito, url, verifyIdToken }
    })
    for (const close of closers) await close()
  },
})

const srp = createSrpClient(emailPool().id)

async function begin({ cognito }: RunningUserPools): Promise<SrpChallenge> {
  const { ChallengeParameters } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: ada.Username, SRP_A: srp.SRP_A },
    }),
  )
  return ChallengeParameters as unknown as SrpChallenge
}

function respond({ cognito }: RunningUserPools, ChallengeResponses: Record<string, string>) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses,
    }),
  )
}

test('tokens of before a restart are good after it', async ({ start, restart }) => {
  const before = await start()
  await register(before)
  const { AccessToken, IdToken, RefreshToken } = await signIn(before)

  const after = await restart(before)

  await after.cognito.send(new GetUserCommand({ AccessToken }))
  expect(await after.verifyIdToken(IdToken)).toMatchObject({ isValid: true, active: true })
  const { AuthenticationResult } = await after.cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId: ada.ClientId, RefreshToken }),
  )
  expect(AuthenticationResult?.AccessToken).toEqual(expect.any(String))
})

test('a challenge may be answered after a restart, and still only once', async ({
  start,
  restart,
}) => {
  const before = await start()
  await register(before)
  const answer = srp.answer(await begin(before), ada.Password)
  const after = await restart(before)

  await respond(after, answer)

  await expect(respond(await restart(after), answer)).rejects.toMatchObject({
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('a lock outlives a restart', async ({ start, restart }) => {
  const before = await start()
  await register(before)
  before.clock.stop()
  const mistyped = { ...ada, Password: 'Wrong-Horse-1' }
  await Promise.allSettled(Array.from({ length: 5 }, () => signIn(before, mistyped)))

  const after = await restart(before)

  await expect(signIn(after)).rejects.toMatchObject({ message: 'Password attempts exceeded' })
})
