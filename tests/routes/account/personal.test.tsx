import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { screen, waitFor } from '@testing-library/react'
import * as amplify from 'aws-amplify/auth'
import { expect, vi } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { signingClient } from '../../support/iam/administrator.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { fill, press, problemText } from '../auth/open-app.tsx'
import { openAccount, openAt, rowOf } from './open-account.tsx'

const page = ['/personal', 'Personal information'] as const

/** What the pool keeps of Ada, whoever reads it. */
async function stored(standIn: TestStandIn): Promise<Record<string, string>> {
  const { administrator, config, url } = standIn
  const admin = signingClient(url, administrator, config.region)
  const { userSub = '' } = await amplify.fetchAuthSession()
  const { UserAttributes = [] } = await admin.send(
    new AdminGetUserCommand({
      UserPoolId: config.userPoolId,
      Username: userSub,
    }),
  )
  admin.destroy()
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]))
}

/** Attributes of every kind, beside the template's own. */
const schema = [
  '        - Name: company\n          AttributeDataType: String',
  [
    '        - Name: floor',
    '          AttributeDataType: Number',
    '          NumberAttributeConstraints: { MinValue: "-2", MaxValue: "40" }',
    '        - Name: since',
    '          AttributeDataType: DateTime',
    '        - Name: isOnCall',
    '          AttributeDataType: Boolean',
    '        - Name: tenant',
    '          AttributeDataType: String',
    '          Mutable: false',
    '        - Name: badge_number',
    '          AttributeDataType: String',
    '          StringAttributeConstraints: { MinLength: "4", MaxLength: "6" }',
    '        - Name: company\n          AttributeDataType: String',
  ].join('\n'),
] as const

const names = ['floor', 'since', 'isOnCall', 'tenant', 'badge_number']
const lines = names.map((name) => `        - custom:${name}\n`).join('')

const readable = [
  '        - custom:company\n      # What people',
  `${lines}        - custom:company\n      # What people`,
] as const

const writable = [
  '        - custom:company\n        - custom:provider_id',
  `${lines}        - custom:company\n        - custom:provider_id`,
] as const

test('name and company are changed, and nothing else is written', async ({ standIn, cognito }) => {
  const { user } = await openAccount(standIn, cognito, ...page)
  await expectAccessible()

  await fill(user, 'Name', ' Ada Lovelace ')
  await fill(user, 'Company', 'Analytical Engines')
  await press(user, 'Save')

  await screen.findByText('Your details are saved.')
  expect(await stored(standIn)).toMatchObject({
    name: 'Ada Lovelace',
    'custom:company': 'Analytical Engines',
  })
  await fill(user, 'Company', '')
  await press(user, 'Save')
  await waitFor(async () => expect(await stored(standIn)).not.toHaveProperty('custom:company'))
  expect(await stored(standIn)).toMatchObject({ name: 'Ada Lovelace' })
})

test('what another tab has changed meanwhile is not overwritten by what was not touched', async ({
  standIn,
  cognito,
}) => {
  const { user } = await openAccount(standIn, cognito, ...page)
  await screen.findByLabelText('Name')
  await amplify.updateUserAttributes({ userAttributes: { 'custom:company': 'Elsewhere' } })

  await fill(user, 'Name', 'Ada')
  await press(user, 'Save')

  await screen.findByText('Your details are saved.')
  expect(await stored(standIn)).toMatchObject({ name: 'Ada', 'custom:company': 'Elsewhere' })
})

test('attributes of every type are asked for as the schema has them', async ({
  standIn,
  cognito,
}) => {
  editTemplate(standIn, schema, readable, writable)
  const { user } = await openAccount(standIn, cognito, ...page)
  await expectAccessible()
  expect(screen.queryByLabelText('Tenant')).toBeNull()

  await fill(user, 'Floor', '41')
  await fill(user, 'Badge number', 'abc')
  await press(user, 'Save')
  const problem = await problemText()
  expect(problem).toContain('Floor is not a number that is allowed here.')
  expect(problem).toContain('Badge number has fewer than 4 characters.')
  expect(await stored(standIn)).not.toHaveProperty('custom:floor')

  await fill(user, 'Floor', '-2')
  await fill(user, 'Badge number', '1815')
  await fill(user, 'Since', '1843-09-01')
  await user.selectOptions(screen.getByLabelText('Is on call'), 'Yes')
  await press(user, 'Save')

  await screen.findByText('Your details are saved.')
  expect(await stored(standIn)).toMatchObject({
    'custom:floor': '-2',
    'custom:badge_number': '1815',
    'custom:since': '1843-09-01',
    'custom:isOnCall': 'true',
  })
})

test('what the app client may not write is shown and not asked for', async ({
  standIn,
  cognito,
}) => {
  const { unmount } = await openAccount(standIn, cognito, ...page)
  await amplify.updateUserAttributes({ userAttributes: { 'custom:company': 'Engines' } })
  unmount()
  editTemplate(standIn, [writable[0], '        - custom:provider_id'])

  await openAt(standIn, ...page)

  expect(screen.queryByLabelText('Company')).toBeNull()
  expect(rowOf('Company').textContent).toContain('Engines')
})

test('without a schema in the configuration the pool is asked, and refuses what it has not', async ({
  standIn,
  cognito,
}) => {
  editTemplate(
    standIn,
    [schema[0], '        - Name: firm\n          AttributeDataType: String'],
    [readable[0], '        - custom:firm\n      # What people'],
    [writable[0], '        - custom:firm\n        - custom:provider_id'],
  )
  const { unmount } = await openAccount(standIn, cognito, ...page)
  await amplify.updateUserAttributes({ userAttributes: { 'custom:firm': 'Engines' } })
  unmount()
  const { user } = await openAt(standIn, ...page, { config: { userAttributes: undefined } })
  expect(screen.getByLabelText<HTMLInputElement>('Firm').value).toBe('Engines')

  await fill(user, 'Name', 'Ada')
  await fill(user, 'Company', 'Engines')
  await press(user, 'Save')

  expect(await problemText()).toContain('This app may not change this: Company.')
  expect(await stored(standIn)).toMatchObject({ name: 'Ada', 'custom:firm': 'Engines' })
})

test('a new e-mail address counts once its code is entered, and the old one until then', async ({
  standIn,
  cognito,
}) => {
  const { user } = await openAccount(standIn, cognito, ...page)
  await user.click(screen.getByRole('link', { name: 'Change: E-mail address' }))
  await fill(user, 'New e-mail address', 'countess@example.com')
  await press(user, 'Send code')
  await screen.findByText('We sent a code to countess@example.com.')
  await expectAccessible()
  expect(screen.getByText('Until it is entered, ada@example.com goes on counting.')).toBeDefined()
  expect(standIn.outbox[0]?.to).toBe('countess@example.com')
  expect(await stored(standIn)).toMatchObject({ email: ada.email, email_verified: 'true' })

  await fill(user, 'Code', '000000')
  await press(user, 'Confirm')
  expect(await problemText()).toContain('That code does not match.')
  await fill(user, 'Code', standIn.outbox[0]?.code ?? '')
  await press(user, 'Confirm')

  await screen.findByText('Your e-mail address is verified, and counts from now on.')
  await screen.findByRole('heading', { name: /^countess@example.com/ })
  expect(rowOf(/^countess@example.com/).textContent).toContain('Verified')
  expect(await stored(standIn)).toMatchObject({ email: 'countess@example.com' })
  const { tokens } = await amplify.fetchAuthSession()
  expect(tokens?.idToken?.payload['email']).toBe('countess@example.com')
  await amplify.signOut()
  const again = { username: 'countess@example.com', password: ada.password }
  expect(await amplify.signIn(again)).toMatchObject({ isSignedIn: true })
})

test('a reload finds the code that is waited for again, and leaving it keeps the old address', async ({
  standIn,
  cognito,
}) => {
  const first = await openAccount(standIn, cognito, '/personal/email', 'E-mail address')
  await fill(first.user, 'New e-mail address', 'countess@example.com')
  await press(first.user, 'Send code')
  await screen.findByText('We sent a code to countess@example.com.')
  first.unmount()

  const { user } = await openAt(standIn, ...page)
  expect(rowOf(/^E-mail address/).textContent).toContain('Waits for its code')
  await user.click(screen.getByRole('link', { name: 'Enter the code: E-mail address' }))
  await press(user, 'Leave it')

  await screen.findByRole('heading', { name: 'Personal information', level: 1 })
  expect(rowOf(/^E-mail address/).textContent).not.toContain('Waits')
  expect(await stored(standIn)).toMatchObject({ email: ada.email, email_verified: 'true' })
})

test('an address of somebody else is refused in words', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, { ...ada, email: 'charles@example.com' })
  const { user } = await openAccount(standIn, cognito, '/personal/email', 'E-mail address')

  await fill(user, 'New e-mail address', 'nobody')
  await press(user, 'Send code')
  expect(await problemText()).toContain('in the form name@example.com')
  await fill(user, 'New e-mail address', 'charles@example.com')
  await press(user, 'Send code')

  await waitFor(async () =>
    expect(await problemText()).toContain('Another account has this address already.'),
  )
})

test('where the pool sends text messages, a number counts once its code is entered', async ({
  standIn,
  cognito,
}) => {
  editTemplate(
    standIn,
    ["    AllowedPattern: '(arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+)?'", ''],
    [
      "https://aws.amazon.com/sns/pricing.\n    Default: ''",
      'https://aws.amazon.com/sns/pricing.\n    Default: arn:aws:iam::123456789012:role/sms',
    ],
  )
  const { user, unmount } = await openAccount(standIn, cognito, ...page)
  await user.click(screen.getByRole('link', { name: 'Add: Phone number' }))
  await fill(user, 'New phone number', '+44 (20) 7946-0000')
  await press(user, 'Send code')
  await screen.findByText('We sent a code to +442079460000.')
  expect(await stored(standIn)).not.toHaveProperty('phone_number')
  await fill(user, 'Code', standIn.outbox[0]?.code ?? '')
  await press(user, 'Confirm')

  await screen.findByText('Your phone number is verified, and counts from now on.')
  expect(await stored(standIn)).toMatchObject({
    phone_number: '+442079460000',
    phone_number_verified: 'true',
  })
  unmount()
  const reopened = await openAt(standIn, '/personal/phone', 'Phone number')
  await press(reopened.user, 'Remove')
  await screen.findByText('It is removed.')
  expect(await stored(standIn)).not.toHaveProperty('phone_number')
})

test('where the pool sends none, a number is kept, and nothing is said to be missing', async ({
  standIn,
  cognito,
}) => {
  const { user } = await openAccount(standIn, cognito, '/personal/phone', 'Phone number')
  await expectAccessible()
  await fill(user, 'New phone number', '0049 30 901820')
  await press(user, 'Save')

  await screen.findByText('It is saved. The user pool of this app asks for no code.')
  expect(await stored(standIn)).toMatchObject({ phone_number: '+4930901820' })
  await screen.findByRole('heading', { name: '+4930901820' })
  expect(rowOf('+4930901820').textContent).not.toContain('Not verified')
  expect(screen.queryByRole('button', { name: /to verify/ })).toBeNull()
})

test('a sign-in that is not fresh is proved anew before an address is changed', async ({
  standIn,
  cognito,
}) => {
  const { user, router } = await openAccount(standIn, cognito, ...page)
  // The clock of the local AWS goes by this one.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
  await user.click(screen.getByRole('link', { name: 'Change: E-mail address' }))
  await screen.findByRole('heading', { name: 'Confirm that it is you', level: 1 })
  await fill(user, 'Password', ada.password)
  await press(user, 'Continue')

  await screen.findByLabelText('New e-mail address').finally(() => vi.useRealTimers())
  expect(router.state.location.pathname).toBe('/account/personal/email')
})
