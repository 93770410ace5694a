import {
  InitiateAuthCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { closed, stubPasskeys } from '../../support/app/browser-passkeys.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { addPasskey } from '../../support/user-pools/passkeys.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { fill, openApp, press, problemText } from './open-app.tsx'

const usePasskey = 'Use a passkey'
const getCode = 'Get a code by e-mail'

/** A pool that takes passkeys and codes by mail in place of the password. */
function offer(standIn: TestStandIn): void {
  editTemplate(
    standIn,
    [
      '            - !If [HasPasskeys, WEB_AUTHN, !Ref AWS::NoValue]\n',
      '            - WEB_AUTHN\n',
    ],
    [
      '            - !If [SendsEmailCodes, EMAIL_OTP, !Ref AWS::NoValue]\n',
      '            - EMAIL_OTP\n',
    ],
  )
}

async function accessTokenOf(cognito: CognitoIdentityProviderClient, ClientId: string) {
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: {
        USERNAME: ada.email,
        PREFERRED_CHALLENGE: 'PASSWORD',
        PASSWORD: ada.password,
      },
    }),
  )
  return AuthenticationResult?.AccessToken ?? ''
}

test('a passkey signs in without a password, after a question that was closed', async ({
  standIn,
  cognito,
}) => {
  offer(standIn)
  await addPerson(standIn, cognito, ada)
  const token = await accessTokenOf(cognito, standIn.config.userPoolClientId)
  const { get } = stubPasskeys(await addPasskey({ cognito }, token))
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')

  await press(user, usePasskey)
  expect(await problemText()).toContain('Enter your e-mail address.')
  await fill(user, 'E-mail address', ada.email)
  get.mockImplementationOnce(closed)
  await press(user, usePasskey)
  await screen.findAllByText('No passkey was used or made.')
  await expectAccessible()
  await press(user, usePasskey)

  await screen.findByText('There is nothing at this address')
  expect(router.state.location.pathname).toBe('/no-such-page')
  expect(get).toHaveBeenCalledTimes(2)
  expect(Object.keys(window.sessionStorage).join()).toContain('refreshToken')
})

test('pressed twice, the passkey is asked for once', async ({ standIn, cognito }) => {
  offer(standIn)
  await addPerson(standIn, cognito, ada)
  const token = await accessTokenOf(cognito, standIn.config.userPoolClientId)
  const { get } = stubPasskeys(await addPasskey({ cognito }, token))
  const { user } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await fill(user, 'E-mail address', ada.email)

  await user.dblClick(screen.getByRole('button', { name: usePasskey }))

  await screen.findByText('There is nothing at this address')
  expect(get).toHaveBeenCalledTimes(1)
})

test('who has no passkey and who is nobody are told the same', async ({ standIn, cognito }) => {
  offer(standIn)
  await addPerson(standIn, cognito, ada)
  const { get } = stubPasskeys()
  const { user } = await openApp(standIn, '/sign-in')

  await fill(user, 'E-mail address', ada.email)
  await press(user, usePasskey)
  const withoutPasskey = await problemText()
  await fill(user, 'E-mail address', 'nobody@example.com')
  await press(user, usePasskey)
  await screen.findByRole('button', { name: usePasskey, busy: false })

  expect(withoutPasskey).toContain('This address cannot be signed in to in that way.')
  expect(await problemText()).toBe(withoutPasskey)
  expect(get).not.toHaveBeenCalled()
})

test('a mailed code signs in: at its own address, also after a reload, a wrong one and a used one', async ({
  standIn,
  cognito,
}) => {
  offer(standIn)
  await addPerson(standIn, cognito, ada)
  const opened = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await fill(opened.user, 'E-mail address', ada.email)
  await press(opened.user, getCode)
  await screen.findByRole('heading', { name: 'Enter your code' })
  expect(opened.router.state.location.pathname).toBe('/sign-in/code')
  await expectAccessible()
  expect(document.body.textContent).toContain('a code is on its way to a***@e***')
  opened.unmount()

  const { user, router } = await openApp(standIn, '/second-factor?returnTo=/no-such-page', {
    hasInbox: true,
  })
  await screen.findByRole('heading', { name: 'Enter your code' })
  expect(router.state.location.pathname).toBe('/sign-in/code')
  const code = standIn.outbox[0]!.code
  await fill(user, 'Code', code === '00000000' ? '11111111' : '00000000')
  await press(user, 'Sign in')
  expect(await problemText()).toContain('That code does not match.')
  await press(user, `Use code ${code}`)
  await press(user, 'Sign in')
  await screen.findByText('There is nothing at this address')
  expect(window.sessionStorage.getItem('pending-second-factor')).toBeNull()

  await press(user, 'Sign out')
  await screen.findByRole('heading', { name: 'Sign-in that is ready to be yours' })
  await router.navigate('/sign-in?returnTo=/no-such-page')
  await fill(user, 'E-mail address', ada.email)
  await press(user, getCode)
  await fill(user, 'Code', code)
  await press(user, 'Sign in')
  expect(await problemText()).toContain('That code does not match.')
})

test('a code that waited too long is over, and another is sent', async ({
  standIn,
  cognito,
  clock,
}) => {
  offer(standIn)
  await addPerson(standIn, cognito, ada)
  const { user } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await fill(user, 'E-mail address', ada.email)
  await press(user, getCode)
  await screen.findByRole('heading', { name: 'Enter your code' })

  clock.advance({ minutes: 16 })
  await fill(user, 'Code', standIn.outbox[0]!.code)
  await press(user, 'Sign in')
  expect(await problemText()).toContain('This sign-in is over')
  await user.click(screen.getByRole('link', { name: 'Sign in another way' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', ada.email)
  await press(user, getCode)
  await screen.findByRole('heading', { name: 'Enter your code' })
  await fill(user, 'Code', standIn.outbox[0]!.code)
  await press(user, 'Sign in')
  await screen.findByText('There is nothing at this address')
})

test('who is nobody is asked for a code as well, and none lets them in', async ({ standIn }) => {
  offer(standIn)
  const { user } = await openApp(standIn, '/sign-in')
  await fill(user, 'E-mail address', 'nobody@example.com')
  await press(user, getCode)
  await screen.findByRole('heading', { name: 'Enter your code' })
  expect(standIn.outbox).toEqual([])

  await fill(user, 'Code', '00000000')
  await press(user, 'Sign in')

  expect(await problemText()).toContain('That code does not match.')
})

test('what the pool does not take, or this host or browser cannot, is not offered', async ({
  standIn,
}) => {
  const { unmount } = await openApp(standIn, '/sign-in')
  await screen.findByRole('button', { name: 'Sign in' })
  expect(screen.queryByRole('button', { name: usePasskey })).toBeNull()
  expect(screen.queryByRole('button', { name: getCode })).toBeNull()
  unmount()

  offer(standIn)
  const without = await openApp(standIn, '/sign-in')
  await screen.findByRole('button', { name: getCode })
  expect(screen.queryByRole('button', { name: usePasskey })).toBeNull()
  without.unmount()

  stubPasskeys()
  const factors = { ...standIn.config.factors, relyingParty: 'example.com' }
  await openApp(standIn, '/sign-in', { config: { factors } })
  await screen.findByRole('button', { name: getCode })
  expect(screen.queryByRole('button', { name: usePasskey })).toBeNull()
})
