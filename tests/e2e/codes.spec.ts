import type { Page } from '@playwright/test'
import { confirmAccount, createAccount, expectProfile, signOut } from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'
import { expectProblem } from './support/problems.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

test('a new code can be sent after a wait; it works, and the one before no longer does', async ({
  page,
  aws: _,
  person,
  code,
}) => {
  await page.clock.install()
  await createAccount(page, person)
  const first = await code()
  const waiting = page.getByRole('button', { name: /^Send a new message in \d+ s$/ })
  await expect(waiting).toHaveAttribute('aria-disabled', 'true')
  await waiting.click({ force: true })
  expect(await code()).toBe(first)

  await page.clock.fastForward(30_000)
  await page.getByRole('button', { name: 'Send a new message', exact: true }).click()
  await expect(
    page
      .getByText('A new message is on its way to a***@e***. The one before no longer works.')
      .first(),
  ).toBeVisible()
  await expect(waiting).toBeVisible()
  const second = await code()
  expect(second).not.toBe(first)

  await confirmAccount(page, first)
  await expectProblem(page, {
    message: 'That code does not match.',
    next: 'a new code replaces the one before',
    details: ['CodeMismatchException'],
  })
  await confirmAccount(page, second)
  await expectProfile(page)
})

test('a code that has expired is told from a wrong one, and a new one confirms', async ({
  page,
  aws,
  person,
  code,
}) => {
  await page.clock.install()
  await createAccount(page, person)
  const expired = await code()
  aws.clock.advance({ hours: 24 })
  await page.clock.fastForward('24:00:00')

  await confirmAccount(page, expired)
  await expectProblem(page, {
    message: 'That code is no longer valid.',
    next: 'Send a new one and use that.',
    details: ['ExpiredCodeException'],
  })
  await expect(page.getByLabel('Code', { exact: true })).toHaveValue(expired)

  await page.getByRole('button', { name: 'Send a new message', exact: true }).click()
  await expect(page.getByText('A new message is on its way').first()).toBeVisible()
  await confirmAccount(page, await code())
  // Going on without a password is for those who confirm at once.
  await expect(page.getByText('Your account is confirmed. Sign in to go on.')).toBeVisible()
})

/** A tab that a page opens starts with a copy of its session storage, so with what it was told. */
async function openBeside(page: Page): Promise<Page> {
  const popup = page.waitForEvent('popup')
  await page.evaluate(() => window.open(window.location.href))
  return popup
}

test('a code that another tab has used says that the account is confirmed', async ({
  page,
  aws: _,
  person,
  code,
}) => {
  await createAccount(page, person)
  const second = await openBeside(page)
  await confirmAccount(page, await code())
  await expectProfile(page)

  await confirmAccount(second, await code())
  await expectProblem(second, {
    message: 'This account cannot be confirmed again.',
    next: 'Most likely it already is confirmed: sign in with it.',
    details: ['NotAuthorizedException'],
  })
})

test('a code resets a password once, and the second try keeps the password that was typed', async ({
  page,
  aws: _,
  person,
  code,
}) => {
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await signOut(page)
  await page.goto('/forgot-password')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByRole('button', { name: 'Send code' }).click()
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  const second = await openBeside(page)

  for (const tab of [page, second]) {
    await tab.getByLabel('Code', { exact: true }).fill(await code())
    await tab.getByLabel('New password', { exact: true }).fill('Difference-Engine-1822')
    await tab.getByRole('button', { name: 'Change password' }).click()
    if (tab === page) await expect(page.getByText('Your password is changed.')).toBeVisible()
  }

  await expectProblem(second, {
    message: 'That code is no longer valid.',
    next: 'Send a new one and use that.',
    details: ['ExpiredCodeException'],
  })
  await expect(second.getByLabel('New password', { exact: true })).toHaveValue(
    'Difference-Engine-1822',
  )
})

test('who is sent a link clicks it and signs in; before that the app asks again', async ({
  page,
  aws,
  person,
}) => {
  aws.edit(['CONFIRM_WITH_CODE', 'CONFIRM_WITH_LINK'])
  await createAccount(page, person)
  await page.getByRole('link', { name: 'I have clicked the link' }).click()
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()

  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Open the link (new tab)' }).click()
  const domain = await opened
  await expect(domain.getByRole('heading', { name: 'Your account is confirmed' })).toBeVisible()
  await domain.close()
  await page.getByRole('link', { name: 'I have clicked the link' }).click()
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()

  await expectProfile(page)
})
