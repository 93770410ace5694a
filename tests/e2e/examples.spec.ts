import { scryptSync } from 'node:crypto'
import { AdminUpdateUserAttributesCommand } from '@aws-sdk/client-cognito-identity-provider'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { examples } from '../support/template/examples.ts'
import { signingClient } from '../support/iam/administrator.ts'
import { expectNoAxeViolations } from './support/axe.ts'
import { confirmAccount, expectProfile, signIn, signOut } from './support/journeys.ts'
import { expect, test, type OwnAws } from './support/own-aws.ts'

const { AllowedDomains, MailName, Welcome, CompanyClaim, ...signInExamples } = examples

test('who may sign up, what mails say, a first file and a claim in both tokens are functions of the pool', async ({
  page,
  person,
  aws,
  pageErrors,
}) => {
  aws.turnOn({ AllowedDomains, MailName, Welcome, CompanyClaim })
  // Cognito refuses with this status, and browsers show each.
  pageErrors.allow(/status of 400/)
  await page.goto('/de/sign-up')
  const email = page.getByLabel('E-Mail-Adresse')
  const submit = page.getByRole('main').getByRole('button', { name: 'Konto erstellen' })
  await email.fill('eve@elsewhere.example')
  await page.getByLabel('Passwort', { exact: true }).fill(person.password)
  await submit.click()
  await expect(page.getByRole('alert')).toContainText('Only addresses at example.com')
  await email.fill(person.email)
  await submit.click()
  await expect(page).toHaveURL(/\/confirm$/)
  const mail = aws.newestTo(person.email)
  expect(mail?.subject).toBe('Willkommen bei Acme')
  expect(mail?.body).toContain('bestätigt Ihre Adresse')

  await page.goto('/confirm')
  await confirmAccount(page, aws.codeFor(person.email))
  await page.goto('/sign-in')
  await setCompany(aws, person.email)
  await signIn(page, person)
  await expectProfile(page)
  await page.goto('/session')
  for (const token of ['ID token', 'Access token']) {
    const claims = page.getByRole('region', { name: token, exact: true })
    await expect(claims.getByRole('row', { name: /^company / })).toContainText('Engines')
  }
  await page.goto('/account/role')
  await page.getByRole('button', { name: 'Open it', exact: true }).click()
  await expect(page.getByText('"joinedAt"')).toBeVisible()
})

async function setCompany({ url, administrator, config }: OwnAws, Username: string) {
  const admin = signingClient(url, administrator, config.region)
  const UserAttributes = [{ Name: 'custom:company', Value: 'Engines' }]
  const UserPoolId = config.userPoolId
  await admin.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }))
  admin.destroy()
}

test('people of an old directory sign in, and by a link from their mail, in any browser, once', async ({
  page,
  person,
  aws,
  browser,
  pageErrors,
}) => {
  aws.turnOn(signInExamples)
  pageErrors.allow(/status of 400/)
  await putIntoOldDirectory(aws, person)
  await page.goto('/sign-in')
  await expect(page.getByText('this form sends your password to Cognito')).toBeVisible()
  await expect(page.getByText('The form sends no password')).toBeHidden()
  await signIn(page, person)
  await expectProfile(page)
  await signOut(page)

  await page.goto('/sign-in')
  // It stands above the form, which has its place from then on.
  await expect(page.getByText('this form sends your password to Cognito')).toBeVisible()
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByRole('button', { name: 'Get a link by e-mail' }).click()
  await expect(page.getByText('a link is on its way there')).toBeVisible()
  await expectNoAxeViolations(page)
  const link = aws.newestTo(person.email)?.link ?? ''
  const secret = link.split('.').at(-1) ?? ''
  expect(secret).toMatch(/^[\w-]{43}$/)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(link)
  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(other).toHaveURL(/\/sign-in\/link$/)
  expect(await other.evaluate(() => window.location.href)).not.toContain(secret)
  await other.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expectProfile(other)
  await elsewhere.close()

  await page.goto(link)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('This link was used already.')
  await page.goto('about:blank')
  await page.goto(link.replace(secret, `${'A'.repeat(42)}B`))
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('This link is not valid.')
})

async function putIntoOldDirectory(
  { s3Url, config, administrator }: OwnAws,
  { email, password }: { email: string; password: string },
) {
  const salt = Buffer.from('a salt')
  const hash = scryptSync(password, salt, 32, { N: 1024 }).toString('base64')
  const people = [{ email, password: `scrypt:1024:8:1:${salt.toString('base64')}:${hash}` }]
  const s3 = new S3Client({
    endpoint: s3Url,
    region: config.region,
    credentials: administrator,
    forcePathStyle: true,
  })
  const object = { Bucket: config.bucket, Key: examples.OldDirectory }
  await s3.send(new PutObjectCommand({ ...object, Body: JSON.stringify(people) }))
  s3.destroy()
}
