import {
  confirmResetPassword,
  confirmUserAttribute,
  deleteUser,
  fetchUserAttributes,
  getCurrentUser,
  resetPassword,
  signIn,
  signOut,
  updatePassword,
  updateUserAttributes,
} from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { emailPool, rotatingClient } from '../../support/user-pools/user-pool-config.ts'

const username = ada.Username
const password = ada.Password
const newPassword = 'Brighter-Horse-2'
const rotatingPool = { pools: [emailPool({ clients: [rotatingClient()] })] }
const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

test('updatePassword changes what one signs in with', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })

  await updatePassword({ oldPassword: password, newPassword })

  await signOut()
  await expect(signIn({ username, password })).rejects.toMatchObject(wrong)
  expect(await signIn({ username, password: newPassword })).toMatchObject({ isSignedIn: true })
})

test('a forgotten password is replaced with the code that was sent', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)

  const { nextStep } = await resetPassword({ username })
  const confirmationCode = pools.newestCode()
  await confirmResetPassword({ username, confirmationCode, newPassword })

  expect(nextStep).toMatchObject({
    resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
    codeDeliveryDetails: { destination: 'a***@e***' },
  })
  expect(await signIn({ username, password: newPassword })).toMatchObject({ isSignedIn: true })
})

test('a new e-mail address counts once its code was entered', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })
  const email = 'lovelace@example.com'

  const updated = await updateUserAttributes({ userAttributes: { email, nickname: 'Ada' } })
  const before = await fetchUserAttributes()
  await confirmUserAttribute({
    userAttributeKey: 'email',
    confirmationCode: pools.newestCode(email),
  })
  const after = await fetchUserAttributes()

  expect(updated).toMatchObject({
    email: { isUpdated: false, nextStep: { updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE' } },
    nickname: { isUpdated: true },
  })
  expect(before).toMatchObject({ email: username, nickname: 'Ada' })
  expect(after).toMatchObject({ email, email_verified: 'true' })
  await signOut()
  expect(await signIn({ username: email, password })).toMatchObject({ isSignedIn: true })
})

test('deleteUser leaves nobody to sign in', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })

  await deleteUser()

  await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
  await expect(signIn({ username, password })).rejects.toMatchObject(wrong)
})
