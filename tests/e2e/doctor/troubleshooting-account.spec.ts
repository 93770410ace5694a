import { expectDoctorToFind, followToDoctor, openDoctor } from '../support/doctor.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from '../support/journeys.ts'
import { expect, test } from '../support/own-aws.ts'
import { expectProblem } from '../support/problems.ts'
import { wrongCredentials, expectTyped } from '../support/troubleshooting.ts'

/** A browser logs every refusal, and some things the doctor asks to be refused. */
test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40[03]/))

test('an address that Cognito does not take is refused, and the form stays', async ({
  page,
  aws: _,
  person,
}) => {
  const typed = { ...person, email: 'ada@example..com' }
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(typed.email)
  await page.getByLabel('Password', { exact: true }).fill(typed.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  await expectProblem(page, {
    message: 'Cognito refused what was entered.',
    next: 'Check the form of the e-mail address, and the password against the rules.',
    details: [/Attributes and their formats: Cognito console/, 'InvalidParameterException'],
  })
  await expectTyped(page, typed)
  const poolTakesAddresses = {
    check: 'sign-up',
    summary: 'People can create an account with an e-mail address.',
    status: 'ok',
  } as const
  await expectDoctorToFind(page, poolTakesAddresses)
  await followToDoctor(page, 'Cognito refused what was entered.', poolTakesAddresses)
})

test('a password that the app’s rules allow is refused by the pool’s, and the doctor compares them', async ({
  page,
  aws,
  person,
}) => {
  const lenient = {
    minimumLength: 6,
    requireLowercase: true,
    requireUppercase: false,
    requireNumbers: false,
    requireSymbols: false,
  }
  aws.serve({ passwordPolicy: { ...aws.config.passwordPolicy, ...lenient } })
  const typed = { ...person, password: 'correct horse' }
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(typed.email)
  await page.getByLabel('Password', { exact: true }).fill(typed.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  const message = 'This password does not meet the rules.'
  await expectProblem(page, {
    message,
    next: 'Choose one that ticks every rule',
    details: [/Authentication methods › Password policy/, 'InvalidPasswordException'],
  })
  await expectTyped(page, typed)
  const stricterPool = {
    check: 'sign-up',
    summary: 'The user pool asks for more of a password than the page shows.',
  } as const
  await expectDoctorToFind(page, stricterPool)
  await followToDoctor(page, message, stricterPool)
})

test('a pool that takes no e-mail address as user name is told from a wrong address', async ({
  page,
  aws,
  person,
}) => {
  aws.edit(['UsernameAttributes: [email]', 'UsernameAttributes: [phone_number]'])
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  const message = 'Cognito refused what was entered.'
  await expectProblem(page, {
    message,
    next: 'Check the form of the e-mail address',
    details: ['InvalidParameterException'],
  })
  const phonesOnly = {
    check: 'sign-up',
    summary: 'The user pool does not take an e-mail address as user name.',
  } as const
  await expectDoctorToFind(page, phonesOnly)
  await followToDoctor(page, message, phonesOnly)
})

test('a wrong password: the doctor says where accounts are, and in a terminal that it is refused', async ({
  page,
  aws,
  person,
}) => {
  await createAccount(page, person)
  await confirmAccount(page, aws.codeFor(person.email))
  await expectProfile(page)
  await signOut(page)
  const typed = { ...person, password: 'Wrong-Engine-1843' }
  await page.goto('/sign-in')
  await signIn(page, typed)

  await expectProblem(page, {
    message: wrongCredentials,
    next: 'Check both and try again.',
    details: [/An account must be confirmed and enabled/, 'NotAuthorizedException'],
  })
  await expectDoctorToFind(
    page,
    { check: 'account', summary: 'The e-mail address or the password is not right' },
    { person: typed },
  )
  await expect(page.getByRole('link', { name: /^Find out why/ })).toHaveCount(0)
  await openDoctor(page, {
    check: 'account',
    summary: 'Nobody is signed in here',
    status: 'unknown',
  })
})

test('an account that is not confirmed is led to its code, and the doctor says what it lacks', async ({
  page,
  aws: _,
  person,
}) => {
  await createAccount(page, person)
  await page.goto('/sign-in')
  await signIn(page, person)

  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await expectDoctorToFind(
    page,
    { check: 'account', summary: 'The account is not confirmed.' },
    { person },
  )
})
