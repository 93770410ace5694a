import { screen } from '@testing-library/react'
import { expect, onTestFinished, vi } from 'vitest'
import { shouldOfferPasskey } from '../../../src/auth/account/passkey-offer.ts'
import { ada } from '../../support/app/ada.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { closed, stubPasskeys } from '../../support/app/browser-passkeys.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { fill, openApp, press, type User } from './open-app.tsx'

const takePasskeys = [
  '            - !If [HasPasskeys, WEB_AUTHN, !Ref AWS::NoValue]\n',
  '            - WEB_AUTHN\n',
] as const

/**
 * How long a sign-in waits to know whether there is something to offer: for as long as it takes on a slow
 * machine, or no longer at all. @returns whether it still waits.
 */
function stubPatience(isOver: 'never' | 'at once'): () => boolean {
  const set = globalThis.setTimeout
  const clear = globalThis.clearTimeout
  const held = set(() => undefined, 0)
  let isWaiting = false
  const setting = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((
    work: (...values: unknown[]) => void,
    ms?: number,
    ...values: unknown[]
  ) => {
    if (ms !== 2000) return set(work, ms, ...values)
    isWaiting = true
    if (isOver === 'at once') work(...values)
    return held
  }) as typeof setTimeout)
  const clearing = vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    if (timer === held) isWaiting = false
    else clear(timer)
  })
  onTestFinished(() => {
    setting.mockRestore()
    clearing.mockRestore()
  })
  return () => isWaiting
}

async function signIn(user: User): Promise<void> {
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')
}

async function signOut(user: User): Promise<void> {
  await press(user, 'Sign out')
  await screen.findByRole('heading', { name: 'Sign-in that is ready to be yours' })
}

test('after a sign-in with a password a passkey is offered, once, and can be passed over', async ({
  standIn,
  cognito,
}) => {
  editTemplate(standIn, takePasskeys)
  await addPerson(standIn, cognito, ada)
  const isWaiting = stubPatience('never')
  const { create } = stubPasskeys()
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')

  await signIn(user)
  await screen.findByRole('heading', { name: 'Sign in faster next time' })
  expect(router.state.location.pathname).toBe('/passkey-offer')
  await expectAccessible()
  await press(user, 'Not now')
  await screen.findByText('There is nothing at this address')

  expect(create).not.toHaveBeenCalled()
  expect(await shouldOfferPasskey()).toBe(false)
  window.localStorage.clear()
  expect(await shouldOfferPasskey()).toBe(true)
  expect(isWaiting()).toBe(false)
})

test('the passkey that was offered signs in from then on, also after a question that was closed', async ({
  standIn,
  cognito,
}) => {
  editTemplate(standIn, takePasskeys)
  await addPerson(standIn, cognito, ada)
  stubPatience('never')
  const { create } = stubPasskeys()
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await signIn(user)

  create.mockImplementationOnce(closed)
  await press(user, 'Create a passkey')
  await screen.findByText('No passkey was used or made.')
  await press(user, 'Create a passkey')
  await screen.findByText('There is nothing at this address')

  await signOut(user)
  await router.navigate('/sign-in?returnTo=/no-such-page')
  await fill(user, 'E-mail address', ada.email)
  await press(user, 'Use a passkey')
  await screen.findByText('There is nothing at this address')
})

test('nobody is held up who would have to wait for the offer', async ({ standIn, cognito }) => {
  editTemplate(standIn, takePasskeys)
  await addPerson(standIn, cognito, ada)
  stubPatience('at once')
  stubPasskeys()
  const { user } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')

  await signIn(user)

  await screen.findByText('There is nothing at this address')
})

test('none is offered where the pool takes none, or this browser makes none', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  stubPasskeys()
  const { user, router } = await openApp(standIn, '/sign-in?returnTo=/no-such-page')
  await signIn(user)
  await screen.findByText('There is nothing at this address')
  await router.navigate('/passkey-offer?returnTo=/no-such-page')
  await screen.findByRole('heading', { name: 'Sign in faster next time' })
  await press(user, 'Create a passkey')
  await screen.findByText('Passkeys are not offered here.')
})
