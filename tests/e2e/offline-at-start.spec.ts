import { expectProfile, join, signIn, signOut } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

/** The parts of a start that a form does without until it is submitted. */
for (const part of ['/config.json', '/assets/load-config-', '/assets/local-mode-']) {
  test(`a network that goes before ${part} came keeps the form, which works once it is back`, async ({
    context,
    page,
    pageErrors,
    person,
  }) => {
    pageErrors.allow(/ERR_INTERNET_DISCONNECTED|status of 40[04]/)
    await join(page, person)
    await signOut(page)
    let tellGone: () => void = () => undefined
    const isGone = new Promise<void>((resolve) => {
      tellGone = resolve
    })
    await page.route(`**${part}*`, async (route) => {
      await isGone
      await route.abort('internetdisconnected')
    })
    await page.goto('/sign-in', { waitUntil: 'commit' })
    await page.getByLabel('E-mail address').fill(person.email)
    await context.setOffline(true)
    tellGone()
    await signIn(page, person)

    await expect(page.getByRole('alert')).toContainText(/offline|cannot be reached/)
    await expect(page.getByLabel('E-mail address')).toHaveValue(person.email)
    await page.unroute(`**${part}*`)
    await context.setOffline(false)
    await signIn(page, person)
    await expectProfile(page)
  })
}
