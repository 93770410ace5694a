import {
  RespondToAuthChallengeCommand,
  type ChallengeNameType,
  type InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada } from '../../../support/user-pools/people.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { factors, type Factor } from './factors.ts'

const grace = { ...ada, Username: 'grace@example.com', Password: 'Other-Horse-2' }
const phones = { ada: '+15551234567', grace: '+15557654321' }
const over = {
  name: 'NotAuthorizedException',
  message: 'Invalid session for the user, session is expired.',
}
const usedUp = {
  name: 'NotAuthorizedException',
  message: 'Invalid session for the user, session can only be used once.',
}
const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' }

type Start = (options: { pools: ReturnType<typeof emailPool>[] }) => Promise<RunningUserPools>

/** Somebody with the factor, and how they answer. The clock stands, so that codes are what they are. */
async function startWith(start: Start, { pool, challenge, own }: Factor) {
  const running = await start({ pools: [emailPool(pool)] })
  running.clock.stop()
  const answer = (
    { Session }: InitiateAuthResponse,
    responses: Record<string, string>,
    { name = challenge, USERNAME = ada.Username } = {},
  ) =>
    running.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId: ada.ClientId,
        ChallengeName: name,
        Session,
        ChallengeResponses: { USERNAME, ...responses },
      }),
    )
  return { running, answer, owner: await own(running, ada, phones.ada) }
}

const everyFactor = Object.entries(factors)

test.for(everyFactor)(
  '%s: a wrong answer, another person’s and one out of order prove nothing, and the right one still does',
  async ([, factor], { start }) => {
    const { running, answer, owner } = await startWith(start, factor)
    const other = await factor.own(running, grace, phones.grace)
    const asked = await owner.ask()
    const hers = await other.ask()
    const right = owner.right(asked)

    await expect(answer(asked, owner.wrong(asked))).rejects.toMatchObject(factor.refused)
    await expect(answer(asked, other.right(hers))).rejects.toMatchObject(factor.refused)
    await expect(answer(hers, right)).rejects.toMatchObject(invalid)
    await expect(answer(asked, right, { USERNAME: grace.Username })).rejects.toMatchObject(invalid)
    for (const name of ['NEW_PASSWORD_REQUIRED', 'MFA_SETUP', 'CUSTOM_CHALLENGE'] as const) {
      await expect(answer(asked, right, { name: name as ChallengeNameType })).rejects.toMatchObject(
        invalid,
      )
    }
    await expect(answer({}, right)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Missing required parameter Session',
    })

    expect((await answer(asked, right)).AuthenticationResult?.AccessToken).toBeDefined()
  },
)

test.for(everyFactor)(
  '%s: an answer is good once, in its own tab and in time',
  async ([, factor], { start }) => {
    const { running, answer, owner } = await startWith(start, factor)
    const left = await owner.ask()
    const first = await owner.ask()
    const right = owner.right(first)

    expect((await answer(first, right)).AuthenticationResult?.AccessToken).toBeDefined()
    await expect(answer(first, right)).rejects.toMatchObject(usedUp)

    const second = await owner.ask()
    const again = answer(second, right)
    await expect(again).rejects.toMatchObject(
      factor.challenge === 'SOFTWARE_TOKEN_MFA' ? { name: 'ExpiredCodeException' } : factor.refused,
    )
    running.clock.advance({ seconds: 60 })
    const signedIn = []
    for (const tab of [left, second]) {
      const [done] = await Promise.allSettled([answer(tab, owner.right(tab))])
      if (done.status === 'fulfilled') signedIn.push(done.value.AuthenticationResult?.AccessToken)
    }
    // Two tabs are two sign-ins; an app shows both the same code, which counts once.
    expect(signedIn).toHaveLength(factor.challenge === 'SOFTWARE_TOKEN_MFA' ? 1 : 2)

    const late = await owner.ask()
    running.clock.advance({ minutes: 3 })
    await expect(answer(late, owner.right(late))).rejects.toMatchObject(over)
  },
)

test.for(everyFactor)(
  '%s: whoever guesses is stopped, and the right answer with them',
  async ([, factor], { start }) => {
    const { answer, owner } = await startWith(start, factor)
    const asked = await owner.ask()
    const wrong = owner.wrong(asked)

    for (let tries = 0; tries < factor.limit.tries; tries += 1) {
      await expect(answer(asked, wrong)).rejects.toMatchObject(factor.refused)
    }

    await expect(answer(asked, owner.right(asked))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: factor.limit.message,
    })
  },
)

test.for(everyFactor)(
  '%s: a sign-in that is left half-way signs nobody in, and stands in no other’s way',
  async ([, factor], { start }) => {
    const { answer, owner } = await startWith(start, factor)

    const left = await owner.ask()
    const next = await owner.ask()
    const done = await answer(next, owner.right(next))

    expect(left.AuthenticationResult).toBeUndefined()
    expect(left.ChallengeName).toBe(factor.challenge)
    expect(done.AuthenticationResult?.AccessToken).toBeDefined()
  },
)
