import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './support/axe.ts'
import { createAccount, join } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40[04]/))

for (const [colorScheme, rules] of [
  ['light', 'all'],
  ['dark', 'colours'],
] as const) {
  test(`axe finds nothing on any signed-out page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const paths = ['/', '/sign-in', '/sign-up', '/confirm', '/forgot-password', '/no/such/page']
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoAxeViolations(page, rules)
    }
  })

  test(`axe finds nothing on forms with errors, on the confirm page and on the profile, ${colorScheme}`, async ({
    page,
    person,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/sign-in')
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('There is a problem')).toBeVisible()
    await expectNoAxeViolations(page, rules)

    await createAccount(page, person)
    await expectNoAxeViolations(page, rules)

    await join(page, { ...person, email: `profile.${person.email}` })
    await page.getByRole('button', { name: 'Add a link' }).click()
    await expectNoAxeViolations(page, rules)
  })

  test(`nothing is cut off from 320 pixels on, ${colorScheme}`, async ({ page, person }) => {
    await page.emulateMedia({ colorScheme })
    for (const path of ['/', '/sign-in', '/sign-up', '/forgot-password']) {
      await page.goto(path)
      await expectNothingCutOff(page)
    }
    await join(page, person)
    await expectNothingCutOff(page)
  })
}

async function expectNothingCutOff(page: Page): Promise<void> {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow, `${page.url()} at ${width} pixels`).toBeLessThanOrEqual(0)
  }
}
