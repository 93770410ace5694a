import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { test, type RedirectingBrowser } from '../../support/app/redirecting-browser.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { openApp, press } from '../auth/open-app.tsx'
import { openAccount, rowOf } from './open-account.tsx'

const page = ['/logins', 'Linked logins'] as const

/** Ada signs in with Google, from the sign-in page. @returns where the app is sent back to. */
async function comeByGoogle(standIn: TestStandIn, browser: RedirectingBrowser): Promise<string> {
  const path = '/sign-in?returnTo=%2Faccount%2Flogins'
  const { user, unmount } = await openApp(standIn, browser.arrive(path))
  await press(user, 'Continue with Google')
  await waitFor(() => expect(window.sessionStorage.getItem('redirect-attempt')).not.toBeNull())
  unmount()
  const { visitor } = browser
  const provider = await browser.follow()
  return browser.arrive(await visitor.leave(visitor.submit(provider, 'Continue as Ada Lovelace')))
}

test('who has a password links Google by signing in there, and is told what cannot be undone', async ({
  standIn,
  cognito,
  browser,
}) => {
  const { user, router, unmount } = await openAccount(standIn, cognito, ...page)
  expect(rowOf(/^E-mail address and password/).textContent).toContain('Set')
  expect(screen.getByText('No other login leads here yet.')).toBeDefined()
  expect(rowOf('Facebook').textContent).toContain('never linked')
  expect(screen.queryByRole('button', { name: 'Link Facebook' })).toBeNull()
  await expectAccessible()
  await press(user, 'Link Google')
  await screen.findByRole('heading', { name: 'Sign in', level: 1 })
  expect(router.state.location.search).toContain('returnTo=%2Faccount%2Flogins')
  unmount()

  await openApp(standIn, await comeByGoogle(standIn, browser))

  await screen.findByRole('heading', { name: page[1], level: 1 })
  expect(rowOf(/^Google/).textContent).toContain('Linked')
  expect(rowOf(/^E-mail address and password/).textContent).toContain('Set')
  expect(screen.queryByRole('button', { name: 'Link Google' })).toBeNull()
  expect(screen.queryByRole('button', { name: /unlink/i })).toBeNull()
  expect(document.body.textContent).toContain('only whoever runs this app can')
  await expectAccessible()
})

test('who came by Google first is told that nothing further can be linked, and why', async ({
  standIn,
  browser,
}) => {
  await openApp(standIn, await comeByGoogle(standIn, browser))

  await screen.findByRole('heading', { name: page[1], level: 1 })
  expect(rowOf(/^Google/).textContent).toContain('This session')
  expect(rowOf(/^E-mail address and password/).textContent).toContain('You came by Google first.')
  expect(screen.queryByRole('link', { name: 'Manage password' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Link/ })).toBeNull()
  expect(document.body.textContent).toContain('Google is your only way in')
  await expectAccessible()
})

test('nobody of a provider is offered what the provider has the say of', async ({
  standIn,
  browser,
}) => {
  const { router } = await openApp(standIn, await comeByGoogle(standIn, browser))
  await screen.findByRole('heading', { name: page[1], level: 1 })

  await router.navigate('/account/personal')
  await screen.findByRole('heading', { name: 'Personal information', level: 1 })
  expect(screen.queryByLabelText('Name')).toBeNull()
  expect(screen.queryByRole('link', { name: 'Change: E-mail address' })).toBeNull()
  expect(document.body.textContent).toContain('so you change them there')
  await router.navigate('/account/personal/email')
  await screen.findByRole('heading', { name: 'E-mail address', level: 1 })
  expect(screen.queryByLabelText('New e-mail address')).toBeNull()
  expect(document.body.textContent).toContain('Change it there.')
  await router.navigate('/account/security')
  await screen.findByRole('heading', { name: 'Security', level: 1 })
  expect(screen.queryByRole('button', { name: /^(Turn on|Set up)/ })).toBeNull()
  await router.navigate('/account/delete')
  await screen.findByRole('heading', { name: 'Delete your account', level: 1 })
  expect(document.body.textContent).toContain('Your account at Google stays as it is.')
})
