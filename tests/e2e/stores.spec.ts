import type { Page } from '@playwright/test'
import { expectProfile, signIn } from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'
import type { OwnAws } from './support/own-aws.ts'
import type { Person } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40\d|blocked by CORS|ERR_FAILED/))

/** As with site data blocked. */
function refuseStores() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  }
}

/** As in a web view without DOM storage. */
function haveNoStores() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { value: null })
  }
}

/** Whatever is written is refused, as it once was in private windows. */
function haveNoRoom() {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
}

function fillSessionStorage() {
  fillStore('sessionStorage')

  function fillStore(name: 'sessionStorage') {
    let size = 1 << 20
    let count = 0
    while (size >= 1) {
      try {
        window[name].setItem(`filler${count}`, 'x'.repeat(size))
        count += 1
      } catch {
        size >>= 1
      }
    }
  }
}

const forgetful = /This browser keeps nothing for this site/

async function signUpAndIn(page: Page, aws: OwnAws, { email, password }: Person): Promise<void> {
  await page.goto('/sign-up')
  await expect(page.getByText(forgetful)).toBeVisible()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Code', { exact: true }).click()
  await page.getByLabel('Code', { exact: true }).fill(aws.codeFor(email))
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expectProfile(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, { email, password })
  await expectProfile(page)
}

for (const [what, spoil] of [
  ['refused', refuseStores],
  ['not there', haveNoStores],
  ['without any room', haveNoRoom],
  ['full', fillSessionStorage],
] as const) {
  test(`with stores that are ${what} people sign up, in and out from memory, and are told`, async ({
    page,
    aws,
    person,
  }) => {
    await page.addInitScript(spoil)

    await signUpAndIn(page, aws, person)
    await page.getByLabel('Display name').fill('Ada')
    await page.getByRole('button', { name: 'Save profile' }).click()
    await expect(page.getByText('Everything is saved')).toBeVisible()
    await page.reload()

    await expect(page).toHaveURL(/\/sign-in\?/)
    await expect(page.getByText(forgetful)).toBeVisible()
    await page.getByRole('link', { name: 'Check this browser' }).click()
    await expect(page.locator('#storage')).toContainText(/storage/)
    await expect(page.locator('.findings')).toHaveAttribute('aria-busy', 'false')
  })
}

test('where nothing is kept, nobody is sent to a page that they cannot come back from', async ({
  page,
  aws: _,
}) => {
  await page.addInitScript(refuseStores)
  await page.goto('/sign-in')

  await page.getByRole('button', { name: 'Continue with Google' }).click()

  await expect(page.getByRole('alert')).toContainText(
    'so it cannot sign you in by way of another page',
  )
  await expect(page).toHaveURL('/sign-in')
})

test('where the device has no room, people are signed in for their tabs, and by Google, too', async ({
  page,
  aws: _,
}) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- applied with its own `this`
    Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, {
      apply(setItem, store, given) {
        if (store === window.localStorage) throw new DOMException('full', 'QuotaExceededError')
        Reflect.apply(setItem, store, given)
      },
    })
  })
  await page.goto('/sign-in')
  await expect(page.getByText(/keeps nothing on the device/)).toBeVisible()
  await page.getByLabel('Keep me signed in on this device').check()

  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await page.getByRole('button', { name: 'Continue as Ada Lovelace' }).click()

  await expectProfile(page)
  await page.reload()
  await expectProfile(page)
})
