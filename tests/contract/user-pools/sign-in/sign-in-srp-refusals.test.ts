import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register } from '../../../support/user-pools/people.ts'
import { timestampOf } from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import { srp, begin, challengeOf, respond, wrong } from './srp-exchange.ts'

test('a wrong password, a wrong signature and a damaged secret block get the same words', async ({
  start,
}) => {
  const pools = await start()
  await register(pools)
  const first = srp.answer(challengeOf(await begin(pools)), 'Wrong-Horse-1')
  const second = srp.answer(challengeOf(await begin(pools)), ada.Password)
  const third = srp.answer(challengeOf(await begin(pools)), ada.Password)
  const block = third.PASSWORD_CLAIM_SECRET_BLOCK ?? ''
  const damaged = `${block.slice(0, 200)}${block[200] === 'A' ? 'B' : 'A'}${block.slice(201)}`

  await expect(respond(pools, first)).rejects.toMatchObject(wrong)
  await expect(
    respond(pools, { ...second, PASSWORD_CLAIM_SIGNATURE: first.PASSWORD_CLAIM_SIGNATURE ?? '' }),
  ).rejects.toMatchObject(wrong)
  await expect(
    respond(pools, { ...third, PASSWORD_CLAIM_SECRET_BLOCK: damaged }),
  ).rejects.toMatchObject(wrong)
})

test('a challenge is answered once', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)
  await respond(pools, answer)

  await expect(respond(pools, answer)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('of two answers to one challenge at once, one signs in', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)

  const outcomes = await Promise.allSettled([respond(pools, answer), respond(pools, answer)])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a challenge expires with AuthSessionValidity', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)
  pools.clock.advance({ minutes: 3 })

  await expect(respond(pools, answer)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
})

test('a secret block is good for its own user only', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const eve = { ...ada, Username: 'eve@example.com' }
  const eveSub = await register(pools, eve)
  const challenge = challengeOf(await begin(pools))

  const answer = srp.answer({ ...challenge, USER_ID_FOR_SRP: eveSub }, ada.Password)

  await expect(respond(pools, answer)).rejects.toMatchObject(wrong)
})

test('a secret block is good for its own app client only', async ({ start }) => {
  const other = appClient({ id: '2other3456789abcdefghijklm' })
  const pools = await start({ pools: [emailPool({ clients: [appClient(), other] })] })
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)

  await expect(respond(pools, answer, other.id)).rejects.toMatchObject(wrong)
})

test('a TIMESTAMP of another form is named, one that is old or misspelt fails the proof', async ({
  start,
}) => {
  const pools = await start()
  await register(pools)
  const answerAt = async (at: Date, edit = (text: string) => text) => {
    const answer = srp.answer(challengeOf(await begin(pools)), ada.Password, at)
    return respond(pools, { ...answer, TIMESTAMP: edit(answer.TIMESTAMP ?? '') })
  }

  await expect(answerAt(new Date(), () => new Date().toISOString())).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
  })
  await expect(answerAt(new Date(Date.now() - 16 * 60_000))).rejects.toMatchObject(wrong)
  await expect(answerAt(new Date(Date.now() + 16 * 60_000))).rejects.toMatchObject(wrong)
  await expect(
    answerAt(new Date(), (text) => timestampOf(new Date(Date.parse(text) + 1000))),
  ).rejects.toMatchObject(wrong)
})

test.for(['USERNAME', 'SRP_A'])('%s cannot be left out', async (name, { start }) => {
  const { cognito } = await start()
  const AuthParameters = { USERNAME: ada.Username, SRP_A: srp.SRP_A, [name]: '' }

  const starting = cognito.send(
    new InitiateAuthCommand({ ClientId: ada.ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }),
  )

  await expect(starting).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: `Missing required parameter ${name}`,
  })
})
