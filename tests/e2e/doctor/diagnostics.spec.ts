import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '../support/axe.ts'
import { confirmAccount, createAccount, expectProfile } from '../support/journeys.ts'
import { expectLittleMoved, watchLayoutShifts } from '../support/layout-shifts.ts'
import { expect, test } from '../support/own-aws.ts'

/** What the checks ask in order to be refused, a browser logs. */
test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40\d|blocked by CORS|ERR_FAILED/))

const finding = (page: Page, title: string) => page.getByRole('article', { name: title })

async function expectOutcome(page: Page, outcome: string | RegExp) {
  await expect(page.getByRole('heading', { level: 2, name: outcome })).toBeVisible()
}

test('signed in, where everything fits together, the page says so', async ({
  page,
  aws: _,
  person,
  code,
}) => {
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Diagnostics' }).click()

  await expectOutcome(page, /^Everything /)
  await expect(finding(page, 'Your account')).toContainText('Works')
  await expect(finding(page, 'What a signed-in person may do')).toContainText('Works')
  await expect(page.getByText('Needs mending')).toBeHidden()
  await watchLayoutShifts(page)
  await page.reload()
  await expectOutcome(page, /^Everything /)
  await expectLittleMoved(page)
})

test('what is wrong is said first, on a phone and in the dark too, and a link leads to it', async ({
  page,
  aws,
}) => {
  aws.serve({ userPoolClientId: '1h57kf5cpq17m0eml12example' })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 320, height: 720 })
  await watchLayoutShifts(page)
  await page.goto('/diagnostics')

  await expectOutcome(page, /mending$/)
  await expectLittleMoved(page)
  await expectNoAxeViolations(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)

  await page.getByRole('list', { name: 'What was found' }).getByRole('link').first().press('Enter')
  await expect(page).toHaveURL('/diagnostics#app-client')
  await expect(finding(page, 'App client')).toBeFocused()
  await expect(finding(page, 'App client')).toBeInViewport()
  await expect(finding(page, 'App client')).toContainText(/infra\/template\.yaml:\d+/)

  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectNoAxeViolations(page)
})

test('without a configuration the page still finds out why, and starts anew once there is one', async ({
  page,
  aws: _,
}) => {
  let isThere = false
  await page.route('/config.json', (route) =>
    isThere ? route.fallback() : route.fulfill({ status: 404, body: 'Not found' }),
  )
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Find out why' }).click()

  await expect(page).toHaveURL('/diagnostics#configuration')
  await expectOutcome(page, '1 thing needs mending')
  await expect(finding(page, 'Configuration')).toBeFocused()
  await expect(finding(page, 'Configuration')).toContainText('There is no /config.json')
  await expect(finding(page, 'User pool')).toContainText('“Configuration” comes first')

  await page.getByRole('navigation').getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('There is no /config.json')
  await page.goBack()
  await expectOutcome(page, '1 thing needs mending')

  isThere = true
  await page.getByRole('button', { name: 'Run again' }).click()
  await expectOutcome(page, 'Everything that could be checked works')
  await expect(finding(page, 'Configuration')).toContainText('Works')
})
