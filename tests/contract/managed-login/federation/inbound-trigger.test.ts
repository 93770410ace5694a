import { expect } from 'vitest'
import { test, type Federation } from '../../../support/managed-login/federation.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { redirectedClient } from '../../../support/managed-login/start-managed-login.ts'

const pool = triggersOf(
  'InboundFederation',
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
)

function attributesOf({ userPools, pool }: Federation) {
  return userPools.users.find(pool, 'google_1026')?.attributes
}

test('each sign-in at a provider tells the trigger what came, before anything is mapped', async ({
  federate,
}) => {
  const { invoke, events, log } = recordTriggers()
  const federation = await federate('Google', { pool, surroundings: { invoke } })
  federation.provider.userInfo = ({ sub }) => ({ sub, locale: 'en' })

  await federation.signIn()

  expect(events[0]).toEqual({
    version: '1',
    region: 'us-east-1',
    userPoolId: federation.pool.id,
    userName: '1026',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: redirectedClient.id },
    triggerSource: 'InboundFederation_ExternalProvider',
    request: {
      providerName: 'Google',
      providerType: 'Google',
      attributes: {
        tokenResponse: {
          access_token: 'of-ada',
          token_type: 'Bearer',
          id_token: expect.any(String) as string,
        },
        idToken: expect.objectContaining({
          sub: '1026',
          email: 'ada@example.com',
          iss: 'https://google.example',
        }) as object,
        userInfo: { sub: '1026', locale: 'en' },
      },
    },
    response: { userAttributesToMap: {} },
  })
  expect(log()).toEqual([
    'InboundFederation_ExternalProvider',
    'PreSignUp_ExternalProvider',
    'PostConfirmation_ConfirmSignUp',
  ])

  federation.forgetSession()
  await federation.signIn()
  expect(log()).toEqual([
    'InboundFederation_ExternalProvider',
    'PreAuthentication_Authentication',
    'PostAuthentication_Authentication',
  ])
  expect(attributesOf(federation)).toMatchObject({ email: 'ada@example.com', name: 'Ada' })
})

test('what it returns is mapped in place of what came, and the id stays', async ({ federate }) => {
  const { invoke } = recordTriggers({
    InboundFederation: () => ({
      userAttributesToMap: { sub: 'another', email: 'lovelace@example.com', email_verified: true },
    }),
  })
  const federation = await federate('Google', { pool, surroundings: { invoke } })
  federation.provider.config.attributeMapping = {
    email: 'email',
    email_verified: 'email_verified',
    name: 'name',
  }

  await federation.signIn()

  expect(attributesOf(federation)).toEqual({
    email: 'lovelace@example.com',
    email_verified: 'true',
  })
})

test('a provider without an ID token has an empty one', async ({ federate }) => {
  const { invoke, events } = recordTriggers()
  const federation = await federate('Facebook', { pool, surroundings: { invoke } })

  await federation.signIn()

  expect(events[0]?.request).toMatchObject({
    providerType: 'Facebook',
    attributes: { idToken: {}, userInfo: { id: '1026' } },
  })
})

test.for([
  ['throws', new Error('Not from there'), 'InboundFederation failed with error Not from there.'],
  ['returns no object', { userAttributesToMap: ['email'] }, 'Unrecognizable lambda output'],
] as const)(
  'a function that %s ends the sign-in, in the app',
  async ([, answer, words], { federate }) => {
    const { invoke } = recordTriggers({ InboundFederation: () => answer })
    const federation = await federate('Google', { pool, surroundings: { invoke } })

    const callback = await federation.signIn()

    expect(callback.searchParams.get('error_description')).toBe(words)
    expect(attributesOf(federation)).toBeUndefined()
  },
)
