import { expect } from 'vitest'
import { test } from '../../support/social-providers/start-social-providers.ts'
import { createPageVisitor } from '../../support/managed-login/page-visitor.ts'
import { start, signIn, buttons, answerOf, ada } from './google-sign-in.ts'

test.for(['grace@example.com', 'GRACE@EXAMPLE.COM', '119061209000000000002'])(
  'the hint %s offers Grace alone, with a way to the others',
  async (login_hint, { social, visitor }) => {
    await signIn(social, visitor)

    const page = await visitor.open((await start(social, { login_hint })).url)
    const all = await visitor.follow(page, 'Choose from all accounts')

    expect(buttons(page)).toEqual(['Continue as Grace Hopper'])
    expect(buttons(all)).toHaveLength(3)
  },
)

test('a hint at who is signed in goes through', async ({ social, visitor }) => {
  await signIn(social, visitor)

  const page = await visitor.open((await start(social, { login_hint: ada.email })).url)

  expect(answerOf(page)).toHaveProperty('code')
})

test('a hint at somebody unknown is typed in already', async ({ social, visitor }) => {
  const page = await visitor.open((await start(social, { login_hint: 'eve@example.com' })).url)

  expect(page.document.querySelector('details')?.open).toBe(true)
  expect(page.document.querySelector('#email')?.getAttribute('value')).toBe('eve@example.com')
})

test('another account is anybody, and the same one next time', async ({ social, visitor }) => {
  const values = { Name: 'Augusta Ada King', Email: 'ada@example.com' }
  const button = 'Continue with this account'
  const unverified = { ...values, 'Local Google says that the address is verified': '' }

  const first = await signIn(social, visitor, button, values)
  const second = await signIn(social, createPageVisitor(), button, unverified)
  const other = await visitor.open((await start(social, { prompt: 'select_account' })).url)

  expect(first).toMatchObject({
    given_name: 'Augusta Ada',
    family_name: 'King',
    email: 'ada@example.com',
    email_verified: true,
  })
  expect(first?.sub).toMatch(/^1\d{20}$/)
  expect(first?.sub).not.toBe(ada.sub)
  expect(second).toMatchObject({ sub: first?.sub, email_verified: false })
  expect(buttons(other)).toContain('Continue as Augusta Ada King')
})

test.for([
  [{ Name: '', Email: 'eve@example.com' }, 'Enter: Name.'],
  [{ Name: 'Eve', Email: '' }, 'Enter: Email.'],
  [{ Name: 'Eve', Email: 'eve' }, 'An email address looks like name@example.com.'],
  [{ Name: 'E'.repeat(201), Email: 'eve@example.com' }, 'A name has at most 200 characters'],
] as const)(
  'another account with %o is asked for again',
  async ([values, message], { social, visitor }) => {
    const page = await visitor.open((await start(social)).url)

    const again = await visitor.submit(page, 'Continue with this account', values)

    expect(again.status).toBe(400)
    expect(again.document.querySelector('[role=alert] p')?.textContent).toContain(message)
    expect(again.document.querySelector('#name')?.getAttribute('value')).toBe(values.Name)
  },
)

test('an address that Google does not call verified says so', async ({ social, visitor }) => {
  const claims = await signIn(social, visitor, 'Continue as Alan Turing')

  expect(claims).toMatchObject({ email: 'alan@example.com', email_verified: false })
})
