import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, vi } from 'vitest'
import { readSession } from '../../../src/auth/session/session.ts'
import { brandName } from '../../../src/ui/brand.ts'
import { ada } from '../../support/app/ada.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { origin, test, type RedirectingBrowser } from '../../support/app/redirecting-browser.ts'
import { openApp, press, problemText } from './open-app.tsx'
import { leave } from './leave-for-domain.tsx'

afterEach(() => window.dispatchEvent(new Event('pageshow')))

/** Ada signs in on the domain's page. @returns the address that it sends her back to. */
async function signInAtDomain(browser: RedirectingBrowser): Promise<URL> {
  const { visitor } = browser
  const page = await browser.follow()
  return visitor.leave(
    visitor.submit(page, 'Sign in', { Email: ada.email, Password: ada.password }),
  )
}

test('comes back to where somebody was going, signed in for this tab', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in?returnTo=%2Fno-such-page%3Fx')
  const { router } = await openApp(standIn, browser.arrive(await signInAtDomain(browser)))

  await screen.findByText('There is nothing at this address')
  expect(router.state.location).toMatchObject({ pathname: '/no-such-page', search: '?x' })
  expect(Object.keys(window.localStorage)).toEqual([])
  expect(browser.tokenRequests).toBe(1)
  await router.navigate('/sign-in')
  await screen.findByText('You are signed in as ada@example.com.')
})

test('"keep me signed in" holds for the way by the domain, too', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in?returnTo=%2Fno-such-page', { keep: true })
  await openApp(standIn, browser.arrive(await signInAtDomain(browser)))

  await screen.findByText('There is nothing at this address')
  expect(Object.keys(window.localStorage).join()).toContain('refreshToken')
  expect(Object.keys(window.localStorage).join()).not.toContain('oauthSignIn')
})

test('nobody is led off this origin afterwards', async ({ standIn, cognito, browser }) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in?returnTo=%2F%2Fevil.example%2Fx')
  const { router } = await openApp(standIn, browser.arrive(await signInAtDomain(browser)))

  await waitFor(() => expect(router.state.location.pathname).toBe('/profile'))
})

test('an answer is redeemed once; used again it says so, and offers to start again', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in?returnTo=%2Fno-such-page')
  const attempt = window.sessionStorage.getItem('redirect-attempt') ?? ''
  const answer = await signInAtDomain(browser)
  const first = await openApp(standIn, browser.arrive(answer))
  await screen.findByText('There is nothing at this address')
  first.unmount()
  window.sessionStorage.clear()
  const { flow: _used, ...left } = JSON.parse(attempt) as Record<string, unknown>
  window.sessionStorage.setItem('redirect-attempt', JSON.stringify(left))

  const { user } = await openApp(standIn, browser.arrive(answer))

  expect(await problemText()).toContain('This sign-in was interrupted.')
  expect(document.title).toBe(`Error: You are not signed in · ${brandName}`)
  expect(window.history.state).toBeNull()
  expect(document.URL).toBe(`${origin}/callback`)
  expect(browser.tokenRequests).toBe(1)
  await expectAccessible()
  await press(user, 'Try again')
  await waitFor(() => expect(browser.left.length).toBe(2))
})

test('a code that was redeemed elsewhere is one that took too long', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in')
  const attempt = window.sessionStorage.getItem('redirect-attempt') ?? ''
  const answer = await signInAtDomain(browser)
  const first = await openApp(standIn, browser.arrive(answer))
  await screen.findByRole('button', { name: 'Sign out' })
  first.unmount()
  window.sessionStorage.clear()
  window.sessionStorage.setItem('redirect-attempt', attempt)

  await openApp(standIn, browser.arrive(answer))

  const text = await problemText()
  expect(text).toContain('Signing in took too long, or was finished elsewhere.')
  expect(text).toContain('invalid_grant')
})

test('an answer to another request, or to none, signs nobody in', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in')
  const answer = await signInAtDomain(browser)
  answer.searchParams.set('state', 'forged')
  await openApp(standIn, browser.arrive(answer))

  expect(await problemText()).toContain('does not belong to a sign-in of this tab')
  expect(browser.tokenRequests).toBe(0)
})

test('an ID token for another request signs nobody in', async ({ standIn, cognito, browser }) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in')
  const attempt = JSON.parse(window.sessionStorage.getItem('redirect-attempt') ?? '') as object
  window.sessionStorage.setItem('redirect-attempt', JSON.stringify({ ...attempt, nonce: 'other' }))
  await openApp(standIn, browser.arrive(await signInAtDomain(browser)))

  expect(await problemText()).toContain('does not belong to a sign-in of this tab')
  expect(Object.keys(window.sessionStorage).join()).not.toContain('Token')
})

test.for([
  ['error=invalid_request&error_description=User is not enabled', 'has been disabled'],
  ['error=invalid_request&error_description=attributes required: [email]', 'did not share'],
  ['error=redirect_mismatch', 'does not know the address of this app'],
  ['error=server_error', 'the provider behind it, could not answer'],
  ['error=temporarily_unavailable', 'the provider behind it, could not answer'],
] as const)('%s is said in words', async ([query, words], { standIn, browser }) => {
  await leave(standIn, browser, '/sign-in')
  const state = browser.left[0]!.searchParams.get('state') ?? ''
  await openApp(standIn, browser.arrive(`/callback?${query}&state=${state}`))

  expect(await problemText()).toContain(words)
  await expectAccessible()
})

test('the words of a stranger are not shown', async ({ standIn, browser }) => {
  await openApp(
    standIn,
    browser.arrive('/callback?error=invalid_request&error_description=Call+0123'),
  )

  expect(await problemText()).not.toContain('0123')
  expect(screen.getByRole('link', { name: 'Go to sign-in' })).toBeTruthy()
})

test('cancelling is no error, and a fresh link asks for no more than once more', async ({
  standIn,
  browser,
}) => {
  const config = { socialProviders: ['Google'] }
  const { user, unmount } = await openApp(standIn, browser.arrive('/sign-in'), { config })
  await press(user, 'Continue with Google')
  await waitFor(() => expect(window.sessionStorage.getItem('redirect-attempt')).not.toBeNull())
  unmount()
  const state = browser.left[0]!.searchParams.get('state') ?? ''

  const cancelled = await openApp(
    standIn,
    browser.arrive(`/callback?error=access_denied&state=${state}`),
  )
  await screen.findByText('You cancelled signing in.')
  expect(screen.getByRole('button', { name: 'Try again with Google' })).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  await expectAccessible()
  cancelled.unmount()

  const linked = 'Already found an entry for username Google_1'
  await openApp(
    standIn,
    browser.arrive(`/callback?error=invalid_request&error_description=${linked}&state=${state}`),
  )
  expect(await screen.findByRole('button', { name: 'Finish signing in' })).toBeTruthy()
})

test('a token endpoint that cannot be reached is said so', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in')
  const answer = await signInAtDomain(browser)
  const local = { ...standIn.config.local, domainUrl: 'http://localhost:9' }
  const domain = 'localhost:9'
  await openApp(standIn, browser.arrive(answer), { config: { domain, local } })

  expect(await problemText()).toContain('Cognito cannot be reached.')
})

test('opened with nothing, the page leads on', async ({ standIn, browser }) => {
  const { router } = await openApp(standIn, browser.arrive('/callback'))

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.pathname).toBe('/sign-in')
})

test('who has signed in meanwhile is asked whom they want to be', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in?returnTo=%2Fno-such-page')
  const answer = await signInAtDomain(browser)
  const prefix = `CognitoIdentityServiceProvider.${standIn.config.userPoolClientId}`
  window.localStorage.setItem(`${prefix}.LastAuthUser`, 'grace')

  const { router } = await openApp(standIn, browser.arrive(answer))

  await screen.findByRole('heading', { name: 'You are signed in' })
  expect(router.state.location.search).toBe('?returnTo=%2Fno-such-page')
  expect(browser.tokenRequests).toBe(0)
  await router.navigate(browser.arrive(answer))
  await waitFor(() => expect(router.state.location.pathname).toBe('/profile'))
})

test('an answer that comes when nobody waits any more signs nobody in', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  await leave(standIn, browser, '/sign-in?returnTo=%2Fno-such-page')
  const answer = await signInAtDomain(browser)
  let answered = () => {}
  const late = new Promise<void>((resolve) => (answered = resolve))
  const asked = new Promise<void>((resolve) => {
    standIn.intercept(async (request, next) => {
      const response = await next(request)
      if (new URL(request.url).pathname !== '/oauth2/token') return response
      resolve()
      await late
      return response
    })
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })

  const { router } = await openApp(standIn, browser.arrive(answer))
  await asked
  await vi.advanceTimersByTimeAsync(30_000)
  vi.useRealTimers()
  answered()

  expect(await problemText()).toContain('cannot be reached')
  expect(router.state.location.pathname).toBe('/callback')
  expect(readSession()).toBe('signed-out')
  expect(JSON.stringify(window.sessionStorage)).not.toContain('accessToken')
  expect(Object.keys(window.localStorage)).toEqual([])
})
