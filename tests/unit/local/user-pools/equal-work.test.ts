import { expect, test } from 'vitest'
import type { Crypto } from '../../../../local/core/ports/crypto.ts'
import { createUserPools } from '../../../../local/user-pools/service.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'

// Time cannot be asserted on; what takes it can: the calls of the cryptography module.

const ClientId = appClient().id
const someone = 'ada@example.com'
const nobody = 'nobody@example.com'

function countCalls(crypto: Crypto) {
  const calls: string[] = []
  const counted: Crypto = {
    ...crypto,
    modPow: (base, exponent, modulus) => {
      calls.push(`modPow/${modulus.toString(2).length}`)
      return crypto.modPow(base, exponent, modulus)
    },
    sha256: (data) => {
      calls.push('sha256')
      return crypto.sha256(data)
    },
    hmacSha256: (key, data) => {
      calls.push('hmacSha256')
      return crypto.hmacSha256(key, data)
    },
  }
  return { counted, take: () => calls.splice(0) }
}

function createUserPoolsThatCount() {
  const runtime = createTestRuntime()
  const { counted, take } = countCalls(runtime.crypto)
  const codes: string[] = []
  const { fetch } = createUserPools({
    pools: () => [emailPool()],
    runtime: { ...runtime, crypto: counted },
    deliver: ({ code }) => codes.push(code),
  })
  const call = async (operation: string, body: object) => {
    const response = await fetch(
      new Request('http://localhost:9229/', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        },
        body: JSON.stringify(body),
      }),
    )
    return (await response.json()) as { message?: string; ChallengeParameters?: SrpChallenge }
  }
  /** Confirmed: who is not is told so, whatever the password. */
  const signUp = async () => {
    await call('SignUp', { ClientId, Username: someone, Password: 'Correct-Horse-1' })
    await call('ConfirmSignUp', { ClientId, Username: someone, ConfirmationCode: codes.at(-1) })
  }
  return { call, take, signUp }
}

test('a wrong password costs the same work for someone and for nobody', async () => {
  const { call, take, signUp } = createUserPoolsThatCount()
  await signUp()
  const workFor = async (USERNAME: string) => {
    take()
    const { message } = await call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: 'Wrong-Horse-1' },
    })
    return { message, calls: take() }
  }

  const work = await workFor(someone)

  expect(work.calls).toContain('modPow/3072')
  expect(await workFor(nobody)).toEqual(work)
})

test('a wrong SRP proof costs the same work for someone and for nobody', async () => {
  const { call, take, signUp } = createUserPoolsThatCount()
  await signUp()
  const client = createSrpClient(emailPool().id)
  const workFor = async (USERNAME: string) => {
    take()
    const { ChallengeParameters } = await call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME, SRP_A: client.SRP_A },
    })
    const { message } = await call('RespondToAuthChallenge', {
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: client.answer(ChallengeParameters!, 'Wrong-Horse-1'),
    })
    return { message, calls: take() }
  }

  const work = await workFor(someone)

  expect(work.calls.filter((name) => name === 'modPow/3072')).toHaveLength(3)
  expect(await workFor(nobody)).toEqual(work)
})
