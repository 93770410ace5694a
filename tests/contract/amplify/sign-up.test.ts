import {
  confirmSignUp,
  deleteUserAttributes,
  fetchUserAttributes,
  resendSignUpCode,
  resetPassword,
  sendUserAttributeVerificationCode,
  signIn,
  signUp,
  updateUserAttribute,
} from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../support/user-pools/user-pool-config.ts'

const username = ada.Username
const password = ada.Password

test('Amplify names an empty password where one is needed', async ({ startAmplify }) => {
  await startAmplify()

  await expect(
    signUp({ username, options: {} } as Parameters<typeof signUp>[0]),
  ).rejects.toMatchObject({ name: 'EmptySignUpPassword' })
})

test('errors arrive by name: taken, weak, mistyped, too often', async ({ startAmplify }) => {
  const running = await startAmplify()
  await register(running, ada, { isConfirmed: false })

  await expect(signUp({ username, password })).rejects.toMatchObject({
    name: 'UsernameExistsException',
    message: 'User already exists',
  })
  await expect(
    signUp({ username: 'bob@example.com', password: 'no-numbers-Here' }),
  ).rejects.toMatchObject({ name: 'InvalidPasswordException' })
  await expect(confirmSignUp({ username, confirmationCode: 'wrong' })).rejects.toMatchObject({
    name: 'CodeMismatchException',
  })
  for (let sent = 0; sent < 5; sent += 1) await resendSignUpCode({ username })
  await expect(resendSignUpCode({ username })).rejects.toMatchObject({
    name: 'LimitExceededException',
  })
})

test('a limit that Amplify ran into three times per click is over after the hour all the same', async ({
  startAmplify,
}) => {
  const running = await startAmplify()
  await register(running, ada, { isConfirmed: false })
  for (let sent = 0; sent < 5; sent += 1) await resendSignUpCode({ username })
  running.clock.advance({ minutes: 59 })
  await expect(resendSignUpCode({ username })).rejects.toMatchObject({
    name: 'LimitExceededException',
  })

  running.clock.advance({ minutes: 1 })

  await expect(resendSignUpCode({ username })).resolves.toMatchObject({ destination: 'a***@e***' })
})

test('attributes are set, verified and removed', async ({ startAmplify }) => {
  const running = await startAmplify({ pools: [emailPool({ clients: [appClient()] })] })
  await register(running)
  await signIn({ username, password })

  const named = await updateUserAttribute({
    userAttribute: { attributeKey: 'name', value: 'Ada' },
  })
  const sent = await sendUserAttributeVerificationCode({ userAttributeKey: 'email' })
  await deleteUserAttributes({ userAttributeKeys: ['name'] })

  expect(named.nextStep.updateAttributeStep).toBe('DONE')
  expect(sent).toMatchObject({ destination: 'a***@e***', attributeName: 'email' })
  expect(await fetchUserAttributes()).not.toHaveProperty('name')
})

test('someone unknown is told that a code is on its way, and none is', async ({ startAmplify }) => {
  const { outbox } = await startAmplify()

  const { nextStep } = await resetPassword({ username: 'nobody@example.com' })

  expect(nextStep.codeDeliveryDetails).toMatchObject({ destination: 'n***@e***' })
  expect(outbox.list()).toEqual([])
})
