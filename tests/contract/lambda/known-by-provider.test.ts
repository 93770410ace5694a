import {
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { test, type Linking } from '../../support/lambda/start-linking.ts'

const Password = 'Analytical-Engine-1843'
const email = 'ada@example.com'
const google = { sub: '1843', email, email_verified: true, name: 'Ada' }

function signUp({ cognito, pool }: Linking, Username = email) {
  return cognito.send(new SignUpCommand({ ClientId: pool.clients[0]!.id, Username, Password }))
}

test('who came by Google and signs up with a password is told by mail, and the caller nothing', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  const { cognito, outbox, pool } = linking
  await linking.comeBy('Google', google)

  const stranger = await signUp(linking, 'grace@example.com')
  const plain = outbox.list()[0]!
  const known = await signUp(linking)
  const [message] = outbox.list()

  const shapeOf = ({ $metadata, Session, UserSub, ...answer }: typeof known) => ({
    ...answer,
    status: $metadata.httpStatusCode,
    fields: [typeof Session, typeof UserSub],
  })
  expect({ ...shapeOf(known), CodeDeliveryDetails: undefined }).toEqual({
    ...shapeOf(stranger),
    CodeDeliveryDetails: undefined,
  })
  expect(plain.body).not.toContain('already')
  expect(message).toMatchObject({ to: email, subject: 'You already have an account' })
  expect(message?.body).toContain('Sign in with Google')
  expect(message?.body).toContain(message?.code)

  const ClientId = pool.clients[0]!.id
  await cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username: email }))
  expect(outbox.list()[0]?.subject).toBe('You already have an account')
})

test('where links confirm, the mail has one, for whoever wants a second account', async ({
  startLinking,
}) => {
  const linking = await startLinking({
    edit: ['DefaultEmailOption: CONFIRM_WITH_CODE', 'DefaultEmailOption: CONFIRM_WITH_LINK'],
  })
  await linking.comeBy('Google', google)
  await signUp(linking)

  const [message] = linking.outbox.list()
  expect(message).toMatchObject({ to: email, subject: 'You already have an account' })
  expect(message?.body).toMatch(
    /Sign in with Google: .* <a href="[^"]+\/confirmUser\?[^"]+">confirm it<\/a>\.$/,
  )
  expect(message?.body).not.toContain('its code is')
})

test.for([
  ['Google', { ...google, email_verified: false }],
  ['Facebook', google],
  ['Google', { ...google, email: 'ada.l@example.com' }],
] as const)(
  'a mail says nothing of %s, whose word is %j',
  async ([name, claims], { startLinking }) => {
    const linking = await startLinking()
    await linking.comeBy(name, claims)

    await signUp(linking)

    expect(linking.outbox.list()[0]?.body).not.toContain('already')
  },
)

test('the code that is wanted all the same makes a second user, and resets its password alone', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  const { cognito, outbox, pool } = linking
  const ClientId = pool.clients[0]!.id
  const byGoogle = await linking.comeBy('Google', google)
  await signUp(linking)
  const ConfirmationCode = outbox.list()[0]!.code

  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username: email, ConfirmationCode }))
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username: email }))

  expect(linking.everybody()).toHaveLength(2)
  expect(outbox.list()[0]?.body).not.toContain('already')
  expect((await linking.comeBy('Google', google)).sub).toBe(byGoogle.sub)
})
