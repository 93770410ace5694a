// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import { Amplify } from 'aws-amplify'
import {
  fetchAuthSession,
  fetchUserAttributes,
  signInWithRedirect,
  signOut,
} from 'aws-amplify/auth'
import { ConsoleLogger, Hub } from 'aws-amplify/utils'
import { expect } from 'vitest'
import { leaveForDomain } from '../../../src/auth/redirect/redirect-client.ts'
import { ada } from '../../support/app/ada.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import {
  origin,
  test as base,
  type RedirectingBrowser,
} from '../../support/app/redirecting-browser.ts'
import type { TestStandIn } from '../../support/stand-in.ts'

// Amplify warns of every endpoint that is not AWS's own.
ConsoleLogger.LOG_LEVEL = 'ERROR'

interface HubEvent {
  event: string
  data?: unknown
}

interface Fixtures {
  hub: {
    /** What Amplify tells of `auth`, oldest first. */
    events: readonly HubEvent[]
    until: (event: string) => Promise<void>
  }
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  hub: async ({}, use) => {
    const events: HubEvent[] = []
    const waiting = new Set<() => void>()
    const stop = Hub.listen('auth', ({ payload }) => {
      events.push(payload)
      for (const look of waiting) look()
    })
    await use({
      events,
      until: (event) =>
        new Promise((resolve) => {
          const look = () => {
            if (events.some((heard) => heard.event === event)) resolve()
          }
          waiting.add(look)
          look()
        }),
    })
    stop()
  },
})

/** As a page does that has just been loaded. */
function configure({ config }: TestStandIn): void {
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: config.userPoolId,
        userPoolClientId: config.userPoolClientId,
        userPoolEndpoint: config.local!.userPoolEndpoint,
        loginWith: {
          oauth: {
            domain: config.domain!,
            scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
            redirectSignIn: [`${origin}/callback`],
            redirectSignOut: [`${origin}/`],
            responseType: 'code',
          },
        },
      },
    },
  })
}

/** Up to the answer of the domain. */
async function signInAtDomain(browser: RedirectingBrowser): Promise<URL> {
  const { visitor } = browser
  const login = await browser.follow()
  return visitor.leave(
    visitor.submit(login, 'Sign in', { Email: ada.email, Password: ada.password }),
  )
}

test('the request of signInWithRedirect carries state, nonce and an S256 challenge', async ({
  standIn,
  browser,
}) => {
  configure(standIn)

  await signInWithRedirect({
    customState: '/profile',
    options: { nonce: 'n-1', loginHint: 'ada@' },
  })

  const url = browser.left[0]!
  expect(url.origin + url.pathname).toBe(`https://${standIn.config.domain}/oauth2/authorize`)
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: standIn.config.userPoolClientId,
    identity_provider: 'COGNITO',
    redirect_uri: `${origin}/callback`,
    response_type: 'code',
    code_challenge_method: 'S256',
    nonce: 'n-1',
    login_hint: 'ada@',
  })
  const verifier = Object.entries(localStorage).find(([key]) => key.endsWith('.oauthPKCE'))![1]
  const challenge = createHash('sha256')
    .update(verifier as string)
    .digest('base64url')
  expect(url.searchParams.get('code_challenge')).toBe(challenge)
})

test('the app asks the domain for pages in the language of its own', async ({
  standIn,
  browser,
}) => {
  configure(standIn)
  document.documentElement.lang = 'de-AT'

  const leaving = leaveForDomain({
    provider: '',
    page: 'sign-in',
    returnTo: undefined,
    keep: false,
    loginHint: undefined,
    isSwitching: false,
  })
  await expect.poll(() => browser.left.length).toBe(1)
  window.dispatchEvent(new Event('pageshow'))
  await leaving

  expect(browser.left[0]!.searchParams.get('lang')).toBe('de')
  const page = await browser.follow()
  expect(page.document.documentElement.lang).toBe('de')
})

test('Amplify redeems the code, verifies the state, and may call the API', async ({
  standIn,
  cognito,
  browser,
  hub,
}) => {
  await addPerson(standIn, cognito, ada)
  configure(standIn)
  await signInWithRedirect({ customState: '/profile', options: { nonce: 'n-1' } })
  browser.arrive(await signInAtDomain(browser))

  configure(standIn)

  await hub.until('signedIn')
  expect(hub.events).toMatchObject([
    { event: 'customOAuthState', data: '/profile' },
    { event: 'signInWithRedirect' },
    { event: 'signedIn' },
  ])
  const { tokens } = await fetchAuthSession()
  expect(tokens?.idToken?.payload).toMatchObject({ email: ada.email, nonce: 'n-1' })
  expect(await fetchUserAttributes()).toMatchObject({ email: ada.email })
  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeDefined()
})

test('an answer with another state is refused before anything is sent', async ({
  standIn,
  cognito,
  browser,
  hub,
}) => {
  await addPerson(standIn, cognito, ada)
  configure(standIn)
  await signInWithRedirect()
  const answer = await signInAtDomain(browser)
  answer.searchParams.set('state', 'forged')
  browser.arrive(answer)

  configure(standIn)

  await hub.until('signInWithRedirect_failure')
  expect(hub.events).toMatchObject([
    { event: 'signInWithRedirect_failure', data: { error: { name: 'oauthSignInError' } } },
  ])
  expect(browser.tokenRequests).toBe(0)
})

test('a code does not go with the verifier of another request', async ({
  standIn,
  cognito,
  browser,
  hub,
}) => {
  await addPerson(standIn, cognito, ada)
  configure(standIn)
  await signInWithRedirect()
  browser.arrive(await signInAtDomain(browser))
  const key = Object.keys(localStorage).find((name) => name.endsWith('.oauthPKCE'))!
  localStorage.setItem(key, 'another-verifier'.repeat(8))

  configure(standIn)

  await hub.until('signInWithRedirect_failure')
  expect(hub.events).toMatchObject([
    { event: 'signInWithRedirect_failure', data: { error: { message: 'invalid_grant' } } },
  ])
})

test('signOut goes to the domain, which asks for the password again', async ({
  standIn,
  cognito,
  browser,
  hub,
}) => {
  await addPerson(standIn, cognito, ada)
  configure(standIn)
  await signInWithRedirect()
  browser.arrive(await signInAtDomain(browser))
  configure(standIn)
  await hub.until('signedIn')

  await signOut()
  const returned = await browser.visitor.leave(browser.follow())
  await signInWithRedirect()
  const page = await browser.follow()

  expect(returned.href).toBe(`${origin}/`)
  expect(page.url.pathname).toBe('/login')
})
