import { expect } from 'vitest'
import { ada, register } from '../../../support/user-pools/people.ts'
import { createSrpClient } from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import { srp, begin, challengeOf, respond, wrong } from './srp-exchange.ts'

test('USER_SRP_AUTH signs in by e-mail and names the user by their sub', async ({ start }) => {
  const pools = await start()
  const sub = await register(pools)

  const challenge = await begin(pools)
  const answer = await respond(pools, srp.answer(challengeOf(challenge), ada.Password))

  expect(challenge).toMatchObject({
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: expect.stringMatching(/^[\da-f]{32}$/),
      SRP_B: expect.stringMatching(/^[\da-f]{700,768}$/),
      SECRET_BLOCK: expect.stringMatching(/^[\w+/]+=*$/),
      USERNAME: sub,
      USER_ID_FOR_SRP: sub,
    },
  })
  expect(challenge.Session).toBeUndefined()
  expect(answer).toMatchObject({
    ChallengeParameters: {},
    AuthenticationResult: {
      AccessToken: expect.any(String),
      IdToken: expect.any(String),
      RefreshToken: expect.any(String),
      ExpiresIn: 3600,
      TokenType: 'Bearer',
    },
  })
})

test('an SRP_A of odd length is read as the number it is', async ({ start }) => {
  const pools = await start()
  await register(pools)
  // 2^2048 is smaller than N, so it is A as it is: a one and 512 zeros.
  const client = createSrpClient(emailPool().id, 2048n)

  expect(client.SRP_A).toHaveLength(513)
  const challenge = await begin(pools, { SRP_A: client.SRP_A })
  const answer = await respond(pools, client.answer(challengeOf(challenge), ada.Password))

  expect(answer.AuthenticationResult?.AccessToken).toEqual(expect.any(String))
})

test.for(['0', '00', 'ffxx', '-1', 'f'.repeat(768), srp.SRP_A + srp.SRP_A])(
  'an SRP_A that is no number between 0 and N is refused (%#)',
  async (SRP_A, { start }) => {
    const pools = await start()
    await register(pools)

    await expect(begin(pools, { SRP_A })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Invalid SRP_A',
    })
  },
)

test('a sign-in works however far our clock was moved', async ({ start }) => {
  const pools = await start()
  await register(pools)
  pools.clock.advance({ hours: 24 * 40 })

  const answer = await respond(pools, srp.answer(challengeOf(await begin(pools)), ada.Password))

  expect(answer.AuthenticationResult).toBeDefined()
})

test('someone who is not there gets a challenge like anyone, always with the same salt', async ({
  start,
}) => {
  const other = appClient({ id: '2other3456789abcdefghijklm' })
  const pools = await start({ pools: [emailPool({ clients: [appClient(), other] })] })
  const Username = 'nobody@example.com'

  const first = challengeOf(await begin(pools, { Username }))
  const again = challengeOf(
    await begin(pools, { Username: 'NOBODY@example.com', ClientId: other.id }),
  )
  const someone = challengeOf(await begin(pools, { Username: 'someone@example.com' }))

  expect(first).toMatchObject({
    SALT: expect.stringMatching(/^[\da-f]{32}$/),
    USERNAME: first.USER_ID_FOR_SRP,
    USER_ID_FOR_SRP: expect.stringMatching(
      /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/,
    ),
  })
  expect(again).toMatchObject({ SALT: first.SALT, USER_ID_FOR_SRP: first.USER_ID_FOR_SRP })
  expect(again.SRP_B).not.toBe(first.SRP_B)
  expect(someone.SALT).not.toBe(first.SALT)
  expect(first.SECRET_BLOCK).toHaveLength(someone.SECRET_BLOCK.length)
  await expect(respond(pools, srp.answer(first, ada.Password))).rejects.toMatchObject(wrong)
})

test('where usernames are names, the pretended one echoes what was typed', async ({ start }) => {
  const pools = await start({ pools: [plainPool()] })

  const challenge = challengeOf(await begin(pools, { Username: 'nobody' }))

  expect(challenge).toMatchObject({ USERNAME: 'nobody', USER_ID_FOR_SRP: 'nobody' })
})

test('a sub signs in only where it is the username', async ({ start }) => {
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const byEmail = await start({ pools: [emailPool({ clients })] })
  const byName = await start({ pools: [plainPool({ clients })] })
  const sub = await register(byEmail)
  const other = await register(byName, { ...ada, Username: 'ada' })

  const challenge = await begin(byEmail, { Username: sub })

  expect(challengeOf(challenge).USER_ID_FOR_SRP).toBe(sub)
  await expect(begin(byName, { Username: other })).rejects.toMatchObject({
    name: 'UserNotFoundException',
  })
})

test('without existence protection someone who is not there is said not to be', async ({
  start,
}) => {
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const pools = await start({ pools: [emailPool({ clients })] })

  await expect(begin(pools)).rejects.toMatchObject({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
})

test.for([true, false])(
  'whatever the password, an unconfirmed person is told so; existence protection: %s',
  async (preventUserExistenceErrors, { start }) => {
    const clients = [appClient({ preventUserExistenceErrors })]
    const pools = await start({ pools: [emailPool({ clients })] })
    await register(pools, ada, { isConfirmed: false })
    const answerWith = async (password: string) =>
      respond(pools, srp.answer(challengeOf(await begin(pools)), password))

    for (const password of ['Wrong-Horse-1', ada.Password]) {
      await expect(answerWith(password)).rejects.toMatchObject({
        name: 'UserNotConfirmedException',
        message: 'User is not confirmed.',
      })
    }
  },
)
