import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { createVerifier } from '../../local/user-pools/srp/verifier.ts'
import { createUsers } from '../../local/user-pools/users/users.ts'
import { ada, register } from '../support/user-pools/people.ts'
import { createSrpClient, type SrpChallenge } from '../support/user-pools/srp-client.ts'
import { emailPool } from '../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../support/user-pools/user-pools.ts'

// SRP as it goes over the wire, against a client that shares no code with the server.

const pool = emailPool()

function call({ url }: RunningUserPools, operation: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  })
}

async function begin(pools: RunningUserPools, SRP_A: string): Promise<SrpChallenge> {
  const response = await call(pools, 'InitiateAuth', {
    ClientId: ada.ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: ada.Username, SRP_A },
  })
  const body = (await response.json()) as { ChallengeParameters: SrpChallenge }
  return body.ChallengeParameters
}

function respond(pools: RunningUserPools, ChallengeResponses: object): Promise<Response> {
  return call(pools, 'RespondToAuthChallenge', {
    ClientId: ada.ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses,
  })
}

test('a challenge is just a name and five strings, and not to be cached', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const { SRP_A } = createSrpClient(pool.id)

  const response = await call(pools, 'InitiateAuth', {
    ClientId: ada.ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: ada.Username, SRP_A },
  })

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const body = (await response.json()) as { ChallengeParameters: object }
  expect(Object.keys(body).sort()).toEqual(['ChallengeName', 'ChallengeParameters'])
  expect(Object.keys(body.ChallengeParameters).sort()).toEqual([
    'SALT',
    'SECRET_BLOCK',
    'SRP_B',
    'USERNAME',
    'USER_ID_FOR_SRP',
  ])
})

test('a wrong proof is a 400 that names the error in its body', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const client = createSrpClient(pool.id)
  const answer = client.answer(await begin(pools, client.SRP_A), 'Wrong-Horse-1')

  const response = await respond(pools, answer)

  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    __type: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('a secret block may come back in the URL alphabet', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const client = createSrpClient(pool.id)
  const answer = client.answer(await begin(pools, client.SRP_A), ada.Password)
  const block = Buffer.from(answer.PASSWORD_CLAIM_SECRET_BLOCK ?? '', 'base64')

  const response = await respond(pools, {
    ...answer,
    PASSWORD_CLAIM_SECRET_BLOCK: block.toString('base64url'),
  })

  expect(response.status).toBe(200)
})

const alphabets = ['aZ09', 'äßñ€', '密码', '👩🏽‍🚀', ' \t', '"\\:']
const salts = ['00', '0000', '7f', '80', 'ff', '00ff', '0080']

test('client and server agree on every password and salt', async ({ start }) => {
  const pools = await start()
  const sub = await register(pools)
  const users = createUsers(pools.runtime.store)
  const { crypto } = pools.runtime
  const owner = { poolId: pool.id, username: sub }

  for (let round = 0; round < 28; round += 1) {
    const alphabet = alphabets[round % alphabets.length] ?? ''
    const password = alphabet.repeat(1 + (round % 9)) + randomBytes(round % 5).toString('latin1')
    const salt = Buffer.concat([
      Buffer.from(salts[round % salts.length] ?? '', 'hex'),
      randomBytes(16),
    ]).subarray(0, 16)
    const random = { bytes: () => Uint8Array.from(salt) }
    const verifier = await createVerifier({ crypto, random }, owner, password)
    users.update(pool, { ...users.findBySub(pool, sub)!, password: verifier })
    const client = createSrpClient(pool.id)

    const challenge = await begin(pools, client.SRP_A)
    const right = await respond(pools, client.answer(challenge, password))
    const again = await begin(pools, client.SRP_A)
    const wrong = await respond(pools, client.answer(again, `${password}x`))

    expect(challenge.SALT).toBe(salt.toString('hex'))
    expect([right.status, wrong.status], `round ${round}: ${password}`).toEqual([200, 400])
  }
})
