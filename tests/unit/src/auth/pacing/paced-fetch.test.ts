import { expect, test } from 'vitest'
import { createPacedFetch } from '../../../../../src/auth/pacing/paced-fetch.ts'
import { isEndedBySignOut, withoutReads } from '../../../../../src/auth/pacing/reads-of-session.ts'
import { createCountedRetries } from '../../../../support/app/counted-retries.ts'

const userPools = 'AWSCognitoIdentityProviderService'

type Answer = 'lost' | { status: number; name?: string }

const ok: Answer = { status: 200 }
const tooMany: Answer = { status: 400, name: 'TooManyRequestsException' }
const tooOften: Answer = { status: 400, name: 'LimitExceededException' }

/** A service that gives the answers in order, the last one for good. */
function serviceWith(...answers: Answer[]) {
  const retries = createCountedRetries()
  let requests = 0
  const fetch = createPacedFetch(() => {
    const answer = answers[Math.min(requests, answers.length - 1)] ?? ok
    requests += 1
    if (answer === 'lost') return Promise.reject(new TypeError('Failed to fetch'))
    const { status, name } = answer
    return Promise.resolve(Response.json(name === undefined ? {} : { __type: name }, { status }))
  }, retries)
  return { retries, fetch, requests: () => requests }
}

/** As Amplify calls, which tries three times whatever comes back. */
async function callThrice(
  fetch: typeof globalThis.fetch,
  operation: string,
  { body = '{}', service = userPools } = {},
): Promise<string[]> {
  const said: string[] = []
  for (const attempt of [1, 2, 3]) {
    const headers = {
      'x-amz-target': `${service}.${operation}`,
      'amz-sdk-invocation-id': `call of ${operation}`,
      'amz-sdk-request': `attempt=${attempt}; max=3`,
    }
    const [outcome] = await Promise.allSettled([
      fetch('https://aws.example/', { method: 'POST', headers, body }),
    ])
    said.push(outcome.status === 'rejected' ? 'lost' : await textOf(outcome.value))
  }
  return said
}

async function textOf(response: Response): Promise<string> {
  const { __type: name } = (await response.json()) as { __type?: string }
  return name ?? String(response.status)
}

test.for([
  ['GetUser', userPools, '{}'],
  ['GetTokensFromRefreshToken', userPools, '{}'],
  ['RevokeToken', userPools, '{}'],
  ['GetId', 'AWSCognitoIdentityService', '{}'],
  ['GetCredentialsForIdentity', 'AWSCognitoIdentityService', '{}'],
  ['InitiateAuth', userPools, '{"AuthFlow":"USER_SRP_AUTH"}'],
] as const)(
  'a throttled %s is tried again after a wait, four times and no more',
  async ([operation, service, body]) => {
    const { fetch, requests, retries } = serviceWith(tooMany)

    const said = await callThrice(fetch, operation, { service, body })

    expect(said).toEqual(Array.from({ length: 3 }, () => 'TooManyRequestsException'))
    expect(requests()).toBe(4)
    expect(retries.pauses).toEqual([1000, 2000, 4000])
  },
)

test('a wait that was worth it is all that Amplify notices', async () => {
  const { fetch, requests } = serviceWith(tooMany, { status: 429 }, ok)

  const response = await fetch('https://aws.example/', {
    method: 'POST',
    headers: { 'x-amz-target': `${userPools}.GetUser`, 'amz-sdk-invocation-id': 'one' },
    body: '{}',
  })

  expect(response.status).toBe(200)
  expect(requests()).toBe(3)
})

test.for([
  ['SignUp', '{}'],
  ['ConfirmSignUp', '{}'],
  ['RespondToAuthChallenge', '{}'],
  ['ForgotPassword', '{}'],
  ['ConfirmForgotPassword', '{}'],
  ['ResendConfirmationCode', '{}'],
  ['GetUserAttributeVerificationCode', '{}'],
  ['InitiateAuth', '{"AuthFlow":"USER_AUTH","Session":"once"}'],
] as const)('%s is sent once, whatever comes back of it', async ([operation, body]) => {
  for (const answer of [tooMany, 'lost', { status: 500 }, tooOften] as const) {
    const { fetch, requests, retries } = serviceWith(answer, ok)

    const said = await callThrice(fetch, operation, { body })

    expect(new Set(said).size, 'each try is told the same').toBe(1)
    expect(requests()).toBe(1)
    expect(retries.pauses).toEqual([])
  }
})

test('whoever has asked too often is told so once, since each try counts', async () => {
  const { fetch, requests, retries } = serviceWith(tooOften)

  const said = await callThrice(fetch, 'GetUser')

  expect(said).toEqual(Array.from({ length: 3 }, () => 'LimitExceededException'))
  expect(requests()).toBe(1)
  expect(retries.pauses).toEqual([])
})

test('a read whose answer is lost is left to Amplify', async () => {
  const { fetch, requests } = serviceWith('lost', { status: 500 }, ok)

  expect(await callThrice(fetch, 'GetUser')).toEqual(['lost', '500', '200'])
  expect(requests()).toBe(3)
})

test('what is no call of a Cognito API passes as it is', async () => {
  const { fetch, requests } = serviceWith({ status: 503 })

  expect((await fetch('/config.json')).status).toBe(503)
  expect(requests()).toBe(1)
})

test('installed twice it waits once', async () => {
  const { fetch, requests, retries } = serviceWith(tooMany)
  const outer = createCountedRetries()

  await callThrice(createPacedFetch(fetch, outer), 'GetUser')

  expect(requests()).toBe(4)
  expect([...outer.pauses, ...retries.pauses]).toEqual([1000, 2000, 4000])
})

test('signing out ends what is read for the session, and what is read meanwhile', async () => {
  const { fetch, answer } = serviceThatWaits()
  const reading = fetch('https://aws.example/', callOf('GetCredentialsForIdentity'))
  const refreshing = fetch('https://aws.example/', callOf('GetTokensFromRefreshToken'))
  const writing = fetch('https://aws.example/', callOf('UpdateUserAttributes'))

  await withoutReads(async () => {
    await expect(reading).rejects.toSatisfy(isEndedBySignOut)
    await expect(fetch('https://aws.example/', callOf('GetId'))).rejects.toSatisfy(isEndedBySignOut)
    const revoking = fetch('https://aws.example/', callOf('RevokeToken'))
    answer()
    expect((await revoking).status).toBe(200)
  })

  expect((await refreshing).status).toBe(200)
  expect((await writing).status).toBe(200)
  expect((await fetch('https://aws.example/', callOf('GetId'))).status).toBe(200)
})

/** Answers when it is told to, unless the request is ended first. */
function serviceThatWaits() {
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const fetch = createPacedFetch(async (_, init) => {
    const ended = new Promise<never>((_resolve, reject) => {
      const { signal } = init ?? {}
      if (signal?.aborted) reject(signal.reason as Error)
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
    })
    await Promise.race([answered, ended])
    return Response.json({})
  }, createCountedRetries())
  return { fetch, answer: () => answer() }
}

let calls = 0

function callOf(operation: string): RequestInit {
  calls += 1
  const headers = {
    'x-amz-target': `${userPools}.${operation}`,
    'amz-sdk-invocation-id': `call ${calls}`,
    'amz-sdk-request': 'attempt=1; max=3',
  }
  return { method: 'POST', headers, body: '{}' }
}
