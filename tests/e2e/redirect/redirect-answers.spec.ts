import { expectNoAxeViolations } from '../support/axe.ts'
import { expectProfile, join, signOut } from '../support/journeys.ts'
import { localAwsUrl as domain } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'
import { leave, signInAtDomain, signUpAtDomain, joinByRedirect } from '../support/redirect.ts'

test('two tabs sign in at the same time, each with its own answer', async ({
  page,
  person,
  context,
}) => {
  await join(page, person)
  await signOut(page)
  await page.goto('/sign-in?returnTo=%2Fprofile%3Ffirst')
  await leave(page)
  const second = await context.newPage()
  await second.goto('/sign-in?returnTo=%2Fprofile%3Fsecond')
  await leave(second)

  await signInAtDomain(page, person)
  await expect(page).toHaveURL('/profile?first')
  await expectProfile(page)
  await signInAtDomain(second, person)
  await expect(second).toHaveURL('/profile?second')
  await expectProfile(second)
})

test('a second tab that only looks does not disturb a sign-in', async ({
  page,
  person,
  context,
}) => {
  await page.goto('/sign-in')
  await leave(page)
  const second = await context.newPage()
  await second.goto('/sign-in')
  await second.getByLabel('E-mail address').focus()
  await second.reload()
  await signUpAtDomain(page, person)

  await expectProfile(page)
})

test('an answer that is used again leads on, and signs nobody in by itself', async ({
  page,
  person,
  browser,
}) => {
  const answers: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/callback?code=')) answers.push(request.url())
  })
  await joinByRedirect(page, person)
  const [answer = ''] = answers

  await page.goto(answer)
  await expectProfile(page)
  await expect(page).toHaveURL('/profile')

  // Tabs of one browser share a session; this is another's.
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(answer)
  await expect(other.getByRole('alert')).toContainText('does not belong to a sign-in of this tab')
  await expect(other).toHaveURL('/callback')
  await other.reload()
  await expect(other).toHaveURL('/sign-in')
  await elsewhere.close()
})

test('an answer with another state is not redeemed', async ({ page, person }) => {
  const tokenRequests: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/oauth2/token')) tokenRequests.push(request.url())
  })
  await page.route('**/callback?code=*', (route) =>
    route.fulfill({
      status: 302,
      headers: {
        location: route
          .request()
          .url()
          .replace(/state=\w{4}/, 'state=0000'),
      },
    }),
  )
  await page.goto('/sign-in')
  await leave(page)
  await page.unrouteAll()
  const forged = new URL(page.url())
  forged.searchParams.set('state', 'forged')
  await page.goto(forged.href)
  await signUpAtDomain(page, person)

  await expect(page.getByRole('alert')).toContainText('does not belong to a sign-in of this tab')
  await expectNoAxeViolations(page)
  expect(tokenRequests).toEqual([])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expectProfile(page)
})

test('reloading while a sign-in is completed offers to start again, without the password', async ({
  page,
  person,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_FAILED|ERR_ABORTED/)
  let isHeld = true
  await page.route('**/oauth2/token', (route) =>
    isHeld ? new Promise(() => undefined) : route.continue(),
  )
  await page.goto('/sign-in?returnTo=%2Fprofile%3Fagain')
  await leave(page)
  await signUpAtDomain(page, person)
  await expect(page.getByRole('heading', { name: 'Signing you in' })).toBeVisible()
  await expectNoAxeViolations(page)
  isHeld = false
  await page.reload()

  await expect(page.getByRole('alert')).toContainText('This sign-in was interrupted.')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expectProfile(page)
  await expect(page).toHaveURL('/profile?again')
})

test('a refusal says why, and offers the same way and another', async ({ page }) => {
  await page.goto('/sign-in?returnTo=%2Fprofile')
  await leave(page)
  const state = new URL(page.url()).searchParams.get('state') ?? ''
  const query = new URLSearchParams({
    error: 'invalid_request',
    error_description: 'attributes required: [email]',
    state,
  })
  await page.goto(`/callback?${query.toString()}`)

  await expect(page.getByRole('alert')).toContainText('did not share all that this app needs')
  await page.getByText('Details').click()
  await expect(page.getByText('invalid_request: attributes required: [email]')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page).toHaveURL(new RegExp(`^${domain}/login\\?`))
  await page.goto('/callback?error=access_denied')
  await expect(page.getByText('You cancelled signing in.')).toBeVisible()
  await page.getByRole('link', { name: 'Choose another way' }).click()
  await expect(page).toHaveURL('/sign-in?returnTo=%2Fprofile')
})
