import type { Page } from '@playwright/test'
import { encodePng } from '../../support/app/png.ts'
import { ownObjects } from '../../support/template/edit-template.ts'
import { expectDoctorToFind, followToDoctor } from '../support/doctor.ts'
import { confirmAccount, createAccount, expectProfile } from '../support/journeys.ts'
import { expect, test } from '../support/own-aws.ts'
import { expectProblem } from '../support/problems.ts'

const kept = 'What you typed stays here.'

/** Signed in, with a name typed that is not saved: everything works up to here. */
test.beforeEach(async ({ page, person, code, pageErrors }) => {
  pageErrors.allow(/status of 40[03]/)
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await page.getByLabel('Display name').fill('Ada Lovelace')
})

/** The right to do one thing, as the authenticated role of the template has it. */
function right(action: string) {
  return [`                  - ${action}\n`, ''] as const
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Save profile' }).click()
}

async function expectSaved(page: Page) {
  await expect(page.getByText('Everything is saved')).toBeVisible()
}

/** Where the profile says what kept it from being read. */
function readingProblem(page: Page) {
  return page.locator('.profile-main')
}

async function expectMended(page: Page) {
  await page.locator('.profile-main').getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
}

test('an identity pool that does not exist is named where the profile would be', async ({
  page,
  aws,
}) => {
  const identityPoolId = 'us-east-1:12345678-90ab-cdef-1234-567890abcdef'
  aws.serve({ identityPoolId })
  await page.reload()

  const message = 'This app is set up for an identity pool that does not exist.'
  await expectProblem(readingProblem(page), {
    message,
    next: kept,
    details: [/Cognito console › Identity pools › your pool\./, 'ResourceNotFoundException'],
  })
  const noSuchPool = {
    check: 'identity-pool',
    summary: `There is no identity pool ${identityPoolId}.`,
  } as const
  await expectDoctorToFind(page, noSuchPool)
  await followToDoctor(page, message, noSuchPool)
  aws.serve({})
  await page.goto('/profile')
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
})

test('without an identity pool there is no place for a profile, and the account is still there', async ({
  page,
  aws,
  person,
}) => {
  aws.serve({ identityPoolId: undefined, bucket: undefined })
  await page.reload()

  await expect(page.getByText('this app has neither.')).toBeVisible()
  await expect(page.getByText('set identityPoolId and bucket')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Account' })).toContainText(person.email)
})

test('an identity pool that takes no tokens of this app client is named', async ({
  page,
  aws,
  person,
}) => {
  aws.edit([
    'ClientId: !Ref UserPoolClient\n          # A token',
    'ClientId: 1h57kf5cpq17m0eml12example\n          # A token',
  ])
  await page.reload()

  await expectProblem(readingProblem(page), {
    message: 'Your session has ended.',
    next: 'compare the identity pool’s user pool and app client with your configuration',
    details: ['NotAuthorizedException'],
  })
  const foreignTokens = {
    check: 'identity-pool',
    summary: 'The identity pool does not take tokens of this user pool and app client.',
  } as const
  await expectDoctorToFind(page, foreignTokens, { person })
  aws.edit()
  await expectMended(page)
})

test('an identity pool without a role for people who are signed in is told so', async ({
  page,
  aws,
  person,
}) => {
  aws.edit(['        authenticated: !GetAtt AuthenticatedRole.Arn\n', ''])
  await page.reload()

  await expectProblem(readingProblem(page), {
    message: 'The identity pool has no role for people who are signed in, or may not use it.',
    next: kept,
    details: [
      /Identity pools › your pool › User access › Authenticated access\./,
      'InvalidIdentityPoolConfigurationException',
    ],
  })
  const noRole = {
    check: 'identity-pool',
    summary: 'The identity pool has no role that it may give to people who are signed in.',
  } as const
  await expectDoctorToFind(page, noRole, { person })
  aws.edit()
  await expectMended(page)
})

test('without the right to write, saving names the right, and works once it is given', async ({
  page,
  aws,
}) => {
  aws.edit(right('s3:PutObject'))
  await save(page)

  await expectProblem(page, {
    message: 'AWS does not permit this: s3:PutObject is missing.',
    next: kept,
    details: [
      /must allow s3:PutObject below users\/<identity ID>\/ in this bucket: IAM console › Roles\./,
      'AccessDenied',
    ],
  })
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
  aws.edit()
  await save(page)
  await expectSaved(page)
})

test('without the right to write, a picture stays chosen and cut, and is sent once it is given', async ({
  page,
  aws,
}) => {
  aws.edit(right('s3:PutObject'))
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  const picture = { name: 'ada.png', mimeType: 'image/png', buffer: encodePng(320, 240) }
  await (await chooser).setFiles(picture)
  await page.getByRole('button', { name: 'Use this picture' }).click()

  await expectProblem(page, {
    message: 'AWS does not permit this: s3:PutObject is missing.',
    next: kept,
    details: ['AccessDenied'],
  })
  aws.edit()
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await expect(page.getByText('Your picture is saved.').first()).toBeAttached()
})

test('without the right to read, the profile names the right, and nothing typed is lost', async ({
  page,
  aws,
}) => {
  await save(page)
  await expectSaved(page)
  await page.getByLabel('Bio').fill('First programmer.')
  aws.edit(right('s3:GetObject'))
  await page.reload()

  await expectProblem(readingProblem(page), {
    message: 'AWS does not permit this: s3:GetObject is missing.',
    next: 'must allow s3:GetObject below users/<identity ID>/',
    details: ['AccessDenied'],
  })
  aws.edit()
  await expectMended(page)
  await expect(page.getByLabel('Bio')).toHaveValue('First programmer.')
})

test('a role for another prefix permits nothing here, and the doctor says so', async ({
  page,
  aws,
  person,
}) => {
  aws.edit([ownObjects, ownObjects.replace('/users/', '/people/')])
  await save(page)

  const message = 'AWS does not permit this: s3:PutObject is missing.'
  await expectProblem(page, {
    message,
    next: 'must allow s3:PutObject below users/<identity ID>/ in this bucket',
    details: ['AccessDenied'],
  })
  const notAllowed = {
    check: 'role',
    summary: 'The role does not let you use your own objects: s3:PutObject, s3:GetObject',
  } as const
  await expectDoctorToFind(page, notAllowed, { person })
  await followToDoctor(page, message, notAllowed)
  await page.goBack()
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
})

const unreachable = {
  message: 'AWS cannot be reached.',
  next: 'the bucket may be in another region, may not exist, or may not accept this site’s origin: S3 console › your bucket › Permissions › CORS.',
}

test('a bucket without a CORS rule for this origin is named as a reason, and nothing typed is lost', async ({
  page,
  app,
  aws,
  pageErrors,
}) => {
  pageErrors.allow(/blocked by CORS policy|ERR_FAILED|Network Error/)
  aws.edit(['- !Ref AllowedOrigins', '- [https://app.example.com]'])
  await save(page)

  await expectProblem(page, { ...unreachable, details: ['ERR_NETWORK'] })
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
  await page.reload()
  await expectProblem(readingProblem(page), { ...unreachable, details: ['ERR_NETWORK'] })
  await expectDoctorToFind(page, {
    check: 'cors',
    summary: `The bucket has no CORS rule for ${app.url}`,
  })
  await followToDoctor(page, unreachable.message, {
    check: 'cors',
    summary: `This page may not use the bucket: its CORS does not let ${app.url} ask`,
  })

  aws.edit()
  await page.goto('/profile')
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
  await save(page)
  await expectSaved(page)
})

test('a bucket that does not exist is named as a reason', async ({ page, aws, pageErrors }) => {
  // S3 answers the preflight of a bucket that is not there with 404, which a browser hides.
  pageErrors.allow(/blocked by CORS policy|ERR_FAILED|Network Error/)
  aws.serve({ bucket: 'my-app-profiles' })
  await page.reload()

  await expectProblem(readingProblem(page), { ...unreachable, details: ['ERR_NETWORK'] })
  // A browser hides from the page what only a terminal can read.
  await expectDoctorToFind(page, {
    check: 'bucket',
    summary: 'There is no bucket my-app-profiles.',
  })
})

test('a device whose clock is hours off is told to set it, and nothing typed is lost', async ({
  page,
}) => {
  await page.clock.setSystemTime(Date.now() - 2 * 3_600_000)
  await save(page)
  const wrongClock = {
    message: 'The clock of this device is wrong, so AWS does not accept its signature.',
    next: `Set date and time automatically and try again. ${kept}`,
  }
  await expectProblem(page, { ...wrongClock, details: ['RequestExpired'] })

  await page.reload()
  await expectProblem(readingProblem(page), {
    ...wrongClock,
    details: ['RequestTimeTooSkewed'],
  })
  const behind = { check: 'clock', summary: 'The clock of this computer is' } as const
  await expectDoctorToFind(page, behind, { now: () => Date.now() - 2 * 3_600_000 })
  await followToDoctor(page, wrongClock.message, behind)
  await page.clock.setSystemTime(Date.now())
  await page.goto('/profile')
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
})
