import { screen, waitFor, within } from '@testing-library/react'
import { signOut } from 'aws-amplify/auth'
import { afterEach, expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { test } from '../../support/app/redirecting-browser.ts'
import { fill, openApp, press, problemText } from './open-app.tsx'
import { leave, managed, managedSignUp } from './leave-for-domain.tsx'

afterEach(() => window.dispatchEvent(new Event('pageshow')))

test('the ways in come in one order: providers, the form, the domain’s own page', async ({
  standIn,
  browser,
}) => {
  const config = { socialProviders: ['Google', 'Company'] }
  const { router } = await openApp(standIn, browser.arrive('/sign-in'), { config })
  const main = await screen.findByRole('main')

  for (const [submit, elsewhere] of [
    ['Sign in', managed],
    ['Create account', managedSignUp],
  ] as const) {
    const names = within(main)
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
    expect(names).toEqual([
      'Continue with Google',
      'Continue with Company',
      'Show',
      submit,
      elsewhere,
    ])
    expect(
      within(main).getByText(/your password is typed on the sign-in service’s own page/),
    ).toBeTruthy()
    expect(within(main).getByText(/an account with the same address/)).toBeTruthy()
    expect(within(main).getByRole('link', { name: 'RFC 10017' })).toBeTruthy()
    await expectAccessible()
    if (submit === 'Sign in') await router.navigate('/sign-up')
    await screen.findByRole('heading', { name: 'Create account' })
  }
})

test('"keep me signed in" is asked below all that it holds for', async ({ standIn, browser }) => {
  await openApp(standIn, browser.arrive('/sign-in'), { config: { socialProviders: ['Google'] } })
  const keep = await screen.findByLabelText('Keep me signed in on this device')

  for (const name of ['Continue with Google', 'Sign in']) {
    const way = within(screen.getByRole('main')).getByRole('button', { name })
    expect(way.compareDocumentPosition(keep)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  }
})

test('creating an account at the domain begins at its page for that', async ({
  standIn,
  browser,
}) => {
  const { user } = await openApp(standIn, browser.arrive('/sign-up?returnTo=%2Fprofile'))
  await press(user, managedSignUp)

  await waitFor(() => expect(browser.left.length).toBe(1))
  const { pathname, searchParams } = browser.left[0]!
  expect(pathname).toBe('/signup')
  expect(searchParams.get('code_challenge_method')).toBe('S256')
  expect(searchParams.get('state')).toMatch(/-/)
  const { document } = await browser.follow()
  expect(document.querySelector('h1')?.textContent).toBe('Create an account')
})

test('with VITE_SIGN_IN=redirect the app asks for no password', async ({ standIn, browser }) => {
  const { user, router } = await openApp(standIn, browser.arrive('/sign-in'), {
    config: { socialProviders: ['Google'] },
    isRedirectOnly: true,
  })
  const main = await screen.findByRole('main')

  for (const path of ['/sign-up', '/sign-in']) {
    await router.navigate(path)
    // The router is there before the page is: until then the one before would be looked at.
    const page = () => main.querySelector<HTMLInputElement>('input[name="page"]')?.value
    await waitFor(() => expect(page()).toBe(path.slice(1)))
    const names = within(main)
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
    expect(names).toEqual(['Continue with Google', 'Continue with e-mail and password'])
    expect(main.querySelector('input[type="password"]')).toBeNull()
    await expectAccessible()
  }
  await press(user, 'Continue with e-mail and password')
  await waitFor(() => expect(browser.left[0]?.pathname).toBe('/oauth2/authorize'))
})

test('without a domain there is the form alone', async ({ standIn, browser }) => {
  const config = { domain: undefined, socialProviders: [] }
  await openApp(standIn, browser.arrive('/sign-in'), { config })

  await screen.findByLabelText('Password')
  expect(screen.queryByRole('button', { name: managed })).toBeNull()
  expect(screen.queryByText('or with a password')).toBeNull()
})

test.for([
  ['Google', 'Google'],
  ['Amazon', 'LoginWithAmazon'],
  ['Apple', 'SignInWithApple'],
  ['Company', 'Company'],
] as const)('%s is asked for by the name %s', async ([provider, name], { standIn, browser }) => {
  const config = { socialProviders: [provider] }
  const { user } = await openApp(standIn, browser.arrive('/sign-in'), { config })
  await fill(user, 'E-mail address', ada.email)
  await press(user, `Continue with ${provider}`)

  await waitFor(() => expect(browser.left.length).toBe(1))
  const { searchParams } = browser.left[0]!
  expect(searchParams.get('identity_provider')).toBe(name)
  expect(searchParams.get('login_hint')).toBeNull()
  expect(searchParams.get('nonce')).toMatch(/^[\da-f-]{36}$/)
  expect(await screen.findByRole('button', { name: /^Continue with .*Working/, busy: true }))
})

test('what was typed goes along to managed login, and no other tab sees that one has left', async ({
  standIn,
  browser,
}) => {
  const { user } = await openApp(standIn, browser.arrive('/sign-in'))
  await fill(user, 'E-mail address', ada.email)
  await press(user, managed)
  await waitFor(() => expect(window.sessionStorage.getItem('redirect-attempt')).not.toBeNull())

  expect(browser.left[0]?.searchParams.get('login_hint')).toBe(ada.email)
  expect(Object.keys(window.localStorage)).toEqual([])
})

test('a request asks for a code, with a challenge that only this tab can answer', async ({
  standIn,
  browser,
}) => {
  await leave(standIn, browser, '/sign-in')

  const { searchParams } = browser.left[0]!
  expect(searchParams.get('response_type')).toBe('code')
  expect(searchParams.get('code_challenge_method')).toBe('S256')
  expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
})

test('whoever is signed in already is not sent away to sign in', async ({
  standIn,
  cognito,
  browser,
}) => {
  await addPerson(standIn, cognito, ada)
  const { user, router } = await openApp(standIn, browser.arrive('/sign-in?returnTo=%2Fnowhere'))
  await fill(user, 'E-mail address', ada.email)
  await fill(user, 'Password', ada.password)
  await press(user, 'Sign in')
  await screen.findByText('There is nothing at this address')

  await router.navigate('/')
  expect(screen.queryByRole('button', { name: /Ada/ })).toBeNull()
  await router.navigate('/callback', { formMethod: 'post', formData: new FormData() })

  await waitFor(() => expect(router.state.location.pathname).toBe('/profile'))
  expect(browser.left).toEqual([])
  await signOut()
})

test('an origin that is not registered is named, with where to register it', async ({
  standIn,
  browser,
}) => {
  const config = { redirectSignIn: ['https://app.example/callback'] }
  const { user } = await openApp(standIn, browser.arrive('/sign-in'), { config })
  await press(user, managed)

  const text = await problemText()
  expect(text).toContain('does not know the address of this app')
  expect(text).toContain('Allowed callback URLs')
})

test('brought back by the browser, the page can be used again', async ({ standIn, browser }) => {
  const { user } = await openApp(standIn, browser.arrive('/sign-in'))
  await press(user, managed)
  await waitFor(() => expect(window.sessionStorage.getItem('redirect-attempt')).not.toBeNull())
  await screen.findByRole('button', { name: new RegExp(managed), busy: true })

  window.dispatchEvent(new Event('pageshow'))

  await screen.findByRole('button', { name: managed, busy: false })
})

test('with the focus back from a provider’s app that was cancelled, the page can be used again', async ({
  standIn,
  browser,
}) => {
  const { user } = await openApp(standIn, browser.arrive('/sign-in'))
  const apple = 'Continue with Apple'
  await press(user, apple)
  await waitFor(() => expect(window.sessionStorage.getItem('redirect-attempt')).not.toBeNull())
  await screen.findByRole('button', { name: new RegExp(apple), busy: true })

  window.dispatchEvent(new Event('focus'))

  await screen.findByRole('button', { name: apple, busy: false })
  await press(user, apple)
  await waitFor(() => expect(browser.left.length).toBe(2))
  window.dispatchEvent(new Event('focus'))
})
