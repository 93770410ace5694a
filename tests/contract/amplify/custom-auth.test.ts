import { confirmSignIn, signIn } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../support/user-pools/recorded-triggers.ts'
import { appClient, emailPool } from '../../support/user-pools/user-pool-config.ts'

const { Username: username, Password: password } = ada
const pools = [
  emailPool({
    clients: [appClient({ explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] })],
    ...triggersOf('DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'),
  }),
]

/** The password first where it was begun with one, then a riddle. */
function riddling() {
  return recordTriggers({
    DefineAuthChallenge: ({ request }) => {
      const session = request['session'] as { challengeName: string; challengeResult: boolean }[]
      const last = session.at(-1)
      if (last?.challengeName === 'SRP_A') return { challengeName: 'PASSWORD_VERIFIER' }
      if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult) {
        return { issueTokens: true }
      }
      return { challengeName: 'RIDDLE', failAuthentication: session.length > 2 }
    },
    CreateAuthChallenge: () => ({
      publicChallengeParameters: { riddle: '6 × 7' },
      privateChallengeParameters: { answer: '42' },
    }),
    VerifyAuthChallengeResponse: ({ request }) => ({
      answerCorrect: request['challengeAnswer'] === '42',
    }),
  })
}

test('Amplify signs in by challenges of the pool’s own, without a password', async ({
  startAmplify,
}) => {
  const { invoke } = riddling()
  await register(await startAmplify({ pools, invoke }))

  const asked = await signIn({ username, options: { authFlowType: 'CUSTOM_WITHOUT_SRP' } })
  const wrong = await confirmSignIn({ challengeResponse: '41' })
  const done = await confirmSignIn({ challengeResponse: '42' })

  expect(asked.nextStep).toMatchObject({
    signInStep: 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE',
    additionalInfo: { riddle: '6 × 7' },
  })
  expect(wrong.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE')
  expect(done.isSignedIn).toBe(true)
})

test('Amplify proves the password first, where it is begun with', async ({ startAmplify }) => {
  const { invoke, log } = riddling()
  await register(await startAmplify({ pools, invoke }))
  const options = { authFlowType: 'CUSTOM_WITH_SRP' } as const

  await expect(signIn({ username, password: 'Wrong-Horse-1', options })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  log()
  const asked = await signIn({ username, password, options })
  const done = await confirmSignIn({ challengeResponse: '42' })

  expect(asked.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE')
  expect(done.isSignedIn).toBe(true)
  expect(log().map((name) => name.split('_')[0])).toEqual([
    'DefineAuthChallenge',
    'DefineAuthChallenge',
    'CreateAuthChallenge',
    'VerifyAuthChallengeResponse',
    'DefineAuthChallenge',
  ])
})
