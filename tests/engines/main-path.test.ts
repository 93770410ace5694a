import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newestCode } from '../e2e/support/inbox.ts'
import { appUrl, localAwsUrl } from '../e2e/support/stack.ts'
import { fill, press, sees, seesValue, untilTrue, type Browser } from './browser.ts'
import { startFirefox } from './firefox.ts'
import { startPreview } from './preview.ts'
import { startWebKit } from './webkit.ts'

const password = 'Analytical-Engine-1843'
let stopPreview: (() => Promise<unknown>) | undefined

beforeAll(async () => {
  stopPreview = await startPreview()
})

afterAll(() => stopPreview?.())

const engines = [
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
] as const

async function start(open: () => Promise<Browser>): Promise<Browser> {
  const browser = await open()
  onTestFinished(() => browser.close())
  return browser
}

/** Whoever came by the domain leaves by it, and is told at home. */
async function signOutAtDomain(browser: Browser): Promise<void> {
  await press(browser, 'Sign out')
  await untilTrue(browser, `location.href === ${JSON.stringify(`${appUrl}/`)}`)
  await sees(browser, 'You are signed out.')
}

test.each(engines)(
  'from no account to a profile that is kept, out, and in again at the domain: %s',
  async (engine, open) => {
    const browser = await start(open)
    const address = `${engine.toLowerCase()}@example.com`

    await arrive(browser, '/sign-up')
    await fill(browser, 'E-mail address', address)
    await fill(browser, 'Password', password)
    await press(browser, 'Create account')
    await sees(browser, 'Check your mail')
    await fill(browser, 'Code', await newestCode(address))
    await press(browser, 'Confirm account')
    await fill(browser, 'Display name', 'Ada Lovelace')
    await press(browser, 'Save profile')
    await sees(browser, 'Everything is saved')
    await press(browser, 'Sign out')
    await sees(browser, 'You are signed out.')

    await arrive(browser, '/sign-in?returnTo=%2Fprofile')
    await press(browser, 'Use the separate sign-in page')
    await untilTrue(browser, `location.origin === ${JSON.stringify(localAwsUrl)}`)
    await fill(browser, 'Email', address)
    await fill(browser, 'Password', password)
    await press(browser, 'Sign in')
    await seesValue(browser, 'Display name', 'Ada Lovelace')
    await signOutAtDomain(browser)
  },
)

test.each(engines)('to Google by redirect, and back, and out again: %s', async (_engine, open) => {
  const browser = await start(open)

  await arrive(browser, '/sign-in?returnTo=%2Fprofile')
  await press(browser, 'Continue with Google')
  await sees(browser, 'Local Google: a stand-in on this machine.')
  await press(browser, 'Continue as Ada Lovelace')
  await sees(browser, 'You are signed in with Google.')
  await seesValue(browser, 'Display name', 'Ada Lovelace')
  expect(await browser.run('return location.pathname')).toBe('/profile')
  await signOutAtDomain(browser)
})

test.each(engines)(
  'a page that is loaded opens at its top, back is where one was, and the header stays: %s',
  async (_engine, open) => {
    const browser = await start(open)
    const headerLeft = `return document.querySelector('header > *').getBoundingClientRect().left`
    const isLong = 'return document.documentElement.scrollHeight - innerHeight > 300'

    await arrive(browser, '/')
    expect(await browser.run(isLong)).toBe(true)
    const left = await browser.run(headerLeft)
    await browser.run('scrollTo(0, 300)')
    await untilTrue(browser, 'scrollY === 300')
    await arrive(browser, '/diagnostics')
    await untilTrue(browser, `document.querySelector('.findings')?.ariaBusy === 'false'`)
    expect(await browser.run(isLong)).toBe(true)
    expect(await browser.run('return scrollY')).toBe(0)

    await browser.run('history.back()')
    await untilTrue(browser, `location.pathname === '/' && scrollY === 300`)
    await arrive(browser, '/no-such-page')
    expect(await browser.run(isLong)).toBe(false)
    expect(await browser.run(headerLeft)).toBe(left)
  },
)

/**
 * Opens a page and waits until its configuration has arrived: the link to the inbox is none of the built HTML,
 * and ways in that this browser or pool does not have go when it comes, so that what is below them moves.
 */
async function arrive(browser: Browser, path: string): Promise<void> {
  await browser.open(appUrl + path)
  const { pathname } = new URL(path, appUrl)
  await untilTrue(
    browser,
    `location.pathname === '${pathname}' && document.querySelector('.local-note[href]') !== null`,
  )
}
