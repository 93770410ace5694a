import type { Page } from '@playwright/test'
import { brandName } from '../../src/ui/brand.ts'
import { tableBelow } from '../support/documents/document-tables.ts'
import { encodePng } from '../support/app/png.ts'
import { confirmAccount, expectProfile, signIn, signOut } from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'
import { recordRequests } from './support/recorded-requests.ts'

const home = encodeURIComponent('/')

async function expectHome(page: Page): Promise<void> {
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

async function openProfile(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Profile' }).click()
  await expectProfile(page)
  await expect(page.getByRole('region', { name: 'Account' })).toContainText('verified')
}

async function goHome(page: Page): Promise<void> {
  await page.getByRole('link', { name: brandName }).click()
  await expectHome(page)
}

async function choosePicture(page: Page): Promise<void> {
  const picture = page.getByRole('region', { name: 'Preview' }).getByRole('img')
  const before = await picture.getAttribute('src')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^(Choose a|Change) picture/ }).click()
  const file = { name: 'ada.png', mimeType: 'image/png', buffer: encodePng(64, 64) }
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await expectPicture(page)
  await expect(picture).not.toHaveAttribute('src', before ?? '')
}

test('docs/scaling.md lists what the app calls, to the last call', async ({
  page,
  context,
  aws,
  person,
  code,
}) => {
  test.setTimeout(180_000)
  const requests = recordRequests(context, aws)
  const measured: string[][] = []
  async function measure(what: string, act: () => Promise<void>): Promise<void> {
    requests.take()
    await act()
    measured.push([what, ...requests.take()])
  }

  await measure('Signs up, and is signed in', async () => {
    await page.goto(`/sign-up?returnTo=${home}`)
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByLabel('Password', { exact: true }).fill(person.password)
    await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
    await confirmAccount(page, await code())
    await expectHome(page)
  })
  await measure('Opens or reloads a page, signed in', async () => {
    await page.reload()
    await expectHome(page)
  })
  await measure('Opens the profile for the first time', () => openProfile(page))
  await measure('Saves the profile', async () => {
    await page.getByLabel('Bio').fill('First programmer.')
    await page.getByRole('button', { name: 'Save profile' }).click()
    await expect(page.getByText('Everything is saved')).toBeVisible()
  })
  await measure('Uploads a picture', () => choosePicture(page))
  await measure('Uploads another', () => choosePicture(page))
  await measure('Comes back to the profile, in the same page life', async () => {
    await goHome(page)
    await openProfile(page)
    await expectPicture(page)
  })
  await measure('Reloads the profile', async () => {
    await page.reload()
    await expectProfile(page)
    await expectPicture(page)
  })
  await measure('Signs out', () => signOut(page))
  await measure('Signs in by a social provider', async () => {
    await page.goto(`/sign-in?returnTo=${home}`)
    await page.getByRole('button', { name: 'Continue with Google' }).click()
    await page.getByRole('button', { name: 'Continue as Grace Hopper' }).click()
    await expectHome(page)
  })
  await signOut(page)
  await measure('Signs in with a password (SRP)', async () => {
    await page.goto(`/sign-in?returnTo=${home}`)
    await signIn(page, person)
    await expectHome(page)
  })
  await page.clock.install()
  await page.reload()
  await openProfile(page)
  await measure('An hour of an open tab that nobody uses', async () => {
    await page.clock.fastForward('01:00:00')
    aws.clock.advance({ hours: 1 })
  })
  await goHome(page)
  await openProfile(page)
  await measure('An hour of use, the profile opened every quarter of it', async () => {
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      await goHome(page)
      await page.clock.fastForward('15:00')
      aws.clock.advance({ minutes: 15 })
      await openProfile(page)
      await expectPicture(page)
    }
  })
  await signOut(page)
  await measure('Signs in by managed login', async () => {
    await page.goto(`/sign-in?returnTo=${home}`)
    await page.getByRole('button', { name: 'Use the separate sign-in page' }).click()
    await page.getByLabel('Email').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expectHome(page)
  })
  await measure('Signs out, having come by the domain', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('main').getByText('You are signed out.')).toBeVisible()
  })
  const told = tableBelow('docs/scaling.md', 'What the app calls')
  // In the order of the document, which is not that of a day: a trigger's function, which signs too,
  // keeps the real time, so it runs before the clocks are moved.
  expect(measured.toSorted(byName)).toEqual(told.toSorted(byName))
})

function byName([one = '']: readonly string[], [other = '']: readonly string[]): number {
  return one < other ? -1 : 1
}

async function expectPicture(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('img')).toHaveAttribute(
    'src',
    /^blob:/,
  )
}
