import { expect } from 'vitest'
import { fault, test } from '../../support/managed-login/login-pages.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

test('a wrong password and an unknown address are told the same', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  await addPerson(standIn, cognito, ada)
  const page = await signInPage()

  for (const Email of [ada.email, 'nobody@example.com']) {
    const refused = await visitor.submit(page, 'Sign in', { Email, Password: 'Wrong-Horse-1' })

    expect(refused.status).toBe(400)
    expect(fault(refused)).toBe('Incorrect username or password.')
    expect(refused.document.title).toMatch(/^Error: /)
    expect(refused.document.querySelector('#username')?.getAttribute('value')).toBe(Email)
    expect(refused.document.querySelector('#password')?.getAttribute('value')).toBe('')
  }
})

test('the page and the API share one lock', async ({ standIn, cognito, visitor, signInPage }) => {
  await addPerson(standIn, cognito, ada)
  const page = await signInPage()
  standIn.clock.stop()
  for (let tries = 0; tries < 5; tries += 1) {
    await visitor.submit(page, 'Sign in', { Email: ada.email, Password: 'Wrong-Horse-1' })
  }

  const values = { Email: ada.email, Password: ada.password }
  const locked = await visitor.submit(page, 'Sign in', values)
  expect(fault(locked)).toBe('Password attempts exceeded')
  standIn.clock.advance({ seconds: 1 })
  const going = visitor.submit(locked, 'Sign in', values)

  expect((await visitor.leave(going)).searchParams.has('code')).toBe(true)
})

test('sign-up says what is wrong, and keeps what was typed but the password', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  await addPerson(standIn, cognito, ada)
  const page = await visitor.follow(await signInPage(), 'Create an account')
  const refusals = [
    [{ Email: ada.email, Password: ada.password }, 'User already exists'],
    [{ Email: 'bob@example.com', Password: 'short' }, 'Password did not conform with policy'],
    [{ Email: 'bob', Password: ada.password }, 'Username should be an email.'],
    [{ Email: '', Password: ada.password }, 'Enter: Email.'],
    [{ Email: 'bob@example.com', Password: '' }, 'Enter: Password.'],
  ] as const

  for (const [values, message] of refusals) {
    const refused = await visitor.submit(page, 'Create account', values)

    expect(refused.status).toBe(400)
    expect(fault(refused)).toContain(message)
    expect(refused.document.querySelector('#username')?.getAttribute('value')).toBe(values.Email)
    expect(refused.document.querySelector('#password')?.getAttribute('value')).toBe('')
  }
  expect(standIn.outbox).toHaveLength(1)
})

const unfitNames: [what: string, name: string][] = [
  ['5,000 characters long', 'x'.repeat(5000)],
  ['with a control character', 'ada\u0000@example.com'],
  ['with a space', 'a b@example.com'],
]

test.for(unfitNames)(
  'no page takes a name that the API would refuse: one %s',
  async ([, name], { standIn, visitor, signInPage }) => {
    const { url } = await signInPage()
    const Email = name
    const pages = [
      ['signup', 'Create account', { Email, Password: ada.password }],
      ['confirmUser', 'Confirm account', { Email, Code: '123456' }],
      ['confirmUser', 'Send a new code', { Email }],
      ['forgotPassword', 'Send code', { Email }],
      [
        'confirmForgotPassword',
        'Change password',
        { Email, Code: '123456', 'New password': ada.password },
      ],
    ] as const

    for (const [path, button, values] of pages) {
      url.pathname = `/${path}`
      const refused = await visitor.submit(await visitor.open(url), button, values)

      expect([refused.status, fault(refused)]).toEqual([400, 'This cannot be right: Email.'])
    }
    url.pathname = '/login'
    const values = { Email, Password: ada.password }
    const refused = await visitor.submit(await visitor.open(url), 'Sign in', values)
    expect(fault(refused)).toBe('Incorrect username or password.')
    const link = new URL(`${standIn.url}/confirmUser`)
    link.search = new URLSearchParams({
      client_id: standIn.config.userPoolClientId,
      user_name: name,
      confirmation_code: '123456',
    }).toString()
    expect((await visitor.open(link)).status).toBe(400)
  },
)

test('a new password that the API would refuse is refused', async ({ visitor, signInPage }) => {
  const page = await visitor.follow(await signInPage(), 'Create an account')

  for (const Password of [` ${ada.password}`, `${ada.password} `, `Aa1-${'x'.repeat(253)}`]) {
    const refused = await visitor.submit(page, 'Create account', { Email: ada.email, Password })

    expect(fault(refused)).toContain('Use at most 256 characters')
  }
})

test('empty forms name the input, and the summary leads to it', async ({ visitor, signInPage }) => {
  const page = await visitor.submit(await signInPage(), 'Sign in')

  const link = page.document.querySelector('[role=alert] a')
  const input = page.document.querySelector('#username')
  expect(link?.getAttribute('href')).toBe('#username')
  expect(input?.getAttribute('aria-invalid')).toBe('true')
  expect(input?.getAttribute('aria-describedby')).toContain('username-fault')
  expect(page.document.querySelector('#username-fault')?.textContent).toBe('Enter: Email.')
})
