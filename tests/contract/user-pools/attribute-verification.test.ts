import { VerifyUserAttributeCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'
import { test } from '../../support/user-pools/user-pools.ts'
import { signedIn } from './attribute-changes.ts'

test('VerifyUserAttribute refuses wrong, used and old codes', async ({ start }) => {
  const running = await start()
  const { askForCode, update, verify } = await signedIn(running)
  const expired = {
    name: 'ExpiredCodeException',
    message: 'Invalid code provided, please request a code again.',
  }

  await expect(verify('123456')).rejects.toMatchObject(expired)
  await update({ email: 'countess@new.example' })
  await expect(verify('no-code')).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  await verify(running.newestCode())
  await expect(verify(running.newestCode())).rejects.toMatchObject(expired)

  await askForCode()
  running.clock.advance({ hours: 24 })
  const later = await signIn(running, { Username: 'countess@new.example' })
  const verifying = running.cognito.send(
    new VerifyUserAttributeCommand({
      ...later,
      AttributeName: 'email',
      Code: running.newestCode(),
    }),
  )
  await expect(verifying).rejects.toMatchObject(expired)
})

test('GetUserAttributeVerificationCode sends to the address that waits', async ({ start }) => {
  const running = await start()
  const { askForCode, update } = await signedIn(running)
  await update({ email: 'countess@new.example' })

  const { CodeDeliveryDetails } = await askForCode()

  expect(CodeDeliveryDetails).toMatchObject({ Destination: 'c***@n***', AttributeName: 'email' })
  expect(running.outbox.list('countess@new.example')).toHaveLength(2)
})

test('GetUserAttributeVerificationCode needs an address, and five an hour are enough', async ({
  start,
}) => {
  const { askForCode } = await signedIn(await start())

  await expect(askForCode('name')).rejects.toMatchObject({ name: 'InvalidParameterException' })
  await expect(askForCode('phone_number')).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  for (let sent = 0; sent < 4; sent += 1) await askForCode()
  await expect(askForCode()).rejects.toMatchObject({ name: 'LimitExceededException' })
})

test('no number is verified by a pool that sends no text messages', async ({ start }) => {
  const running = await start({ pools: [emailPool({ sendsTextMessages: false })] })
  const { askForCode, update } = await signedIn(running)
  await update({ phone_number: '+15551234567' })

  await expect(askForCode('phone_number')).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'User pool does not have SMS configuration to send messages.',
  })
  await askForCode('email')
})

test('an address that signs someone else in is refused, at the change and at the proof', async ({
  start,
}) => {
  const running = await start()
  const { update, verify } = await signedIn(running)
  await register(running, { Username: 'bob@example.com' })

  await expect(update({ email: 'BOB@example.com' })).rejects.toMatchObject({
    name: 'AliasExistsException',
    message: 'User account already exists for the alias.',
  })

  await update({ email: 'carol@example.com' })
  const code = running.newestCode()
  await register(running, { Username: 'carol@example.com' })
  await expect(verify(code)).rejects.toMatchObject({
    name: 'AliasExistsException',
    message: 'An account with the email already exists.',
  })
})

test('a code for an address that was given up is worth nothing', async ({ start }) => {
  const running = await start()
  const { attributes, update, verify } = await signedIn(running)
  const expired = { name: 'ExpiredCodeException' }

  await update({ email: 'first@new.example' })
  const first = running.newestCode()
  await update({ email: ada.Username })
  await expect(verify(first)).rejects.toMatchObject(expired)

  await update({ email: 'second@new.example' })
  const second = running.newestCode()
  await update({ email: '' })
  await expect(verify(second)).rejects.toMatchObject(expired)
  expect(await attributes()).not.toHaveProperty('email')
})
