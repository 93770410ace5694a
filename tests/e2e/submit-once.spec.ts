import type { Locator, Page } from '@playwright/test'
import { newestCode } from './support/inbox.ts'
import { expectProfile } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

/** Milliseconds from one click of a hand to the next, as fast and as slow as a double click is. */
const apart = [30, 60, 120]

/** What was sent since, by AWS's name; of S3 what is written. */
function recordSent(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const operation = request.headers()['x-amz-target']?.split('.')[1]
    if (operation !== undefined) sent.push(operation)
    else if (request.method() === 'PUT') sent.push('PUT')
  })
  return sent
}

async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Three clicks and an Enter, on this very button: what lies in its place afterwards is not meant. */
async function submitInHaste(button: Locator, ms: number): Promise<void> {
  await button.evaluate((element: HTMLButtonElement, apart) => {
    element.click()
    for (const nth of [1, 2]) setTimeout(() => element.click(), nth * apart)
    setTimeout(() => element.isConnected && element.form?.requestSubmit(element), 1.5 * apart)
  }, ms)
}

for (const rate of [4, 6]) {
  test(`on a processor ${rate} times slower nothing is sent twice, by clicks and Enter in haste`, async ({
    page,
    person,
  }) => {
    for (const ms of apart) {
      const { password } = person
      const email = `${ms}.${person.email}`
      await page.goto('/sign-up')
      await slowDown(page, rate)
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      const sent = recordSent(page)

      const main = page.getByRole('main')
      await submitInHaste(main.getByRole('button', { name: 'Create account' }), ms)
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
      expect(sent, `sent to sign up, ${ms} ms apart`).toEqual(['SignUp'])

      const code = page.getByLabel('Code', { exact: true })
      await code.fill(await newestCode(email))
      await submitInHaste(page.getByRole('button', { name: 'Confirm account' }), ms)
      await expectProfile(page)
      expect(sent.filter((name) => name === 'ConfirmSignUp')).toHaveLength(1)
      expect(sent.filter((name) => name === 'InitiateAuth')).toHaveLength(1)

      const name = page.getByLabel('Display name')
      await name.fill(`Ada ${ms}`)
      await submitInHaste(page.getByRole('button', { name: 'Save profile' }), ms)
      await expect(page.getByText('Everything is saved')).toBeVisible()
      await expect(page.getByRole('alert')).toHaveCount(0)
      expect(sent.filter((each) => each === 'PUT')).toHaveLength(1)

      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(
        page.getByRole('navigation').getByRole('link', { name: 'Sign in' }),
      ).toBeVisible()
    }
  })
}
