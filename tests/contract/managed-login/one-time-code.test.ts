import { expect } from 'vitest'
import { alterUser } from '../../support/user-pools/alter-user.ts'
import { withDefaults, type DomainLogin } from '../../support/managed-login/domain-login.ts'
import { fault, heading } from '../../support/managed-login/login-pages.ts'
import {
  createPageVisitor,
  type PageVisitor,
  type VisitedPage,
} from '../../support/managed-login/page-visitor.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'

const phoneNumber = '+15551234567'
const test = withDefaults({
  clients: [redirectedClient],
  allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
})

const mismatch = 'Invalid code or auth state for the user.'

/** To the page that asks for the code. */
async function askForCode(login: DomainLogin, visitor: PageVisitor, by = 'Send code by email') {
  const first = await visitor.open(login.loginUrl)
  return visitor.submit(await visitor.submit(first, 'Next', { Email: ada.Username }), by)
}

function notice({ document }: VisitedPage): string {
  return document.querySelector('[role=status]')?.textContent ?? ''
}

function wrong(code: string): string {
  return code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
}

test('a mailed code of eight digits signs in, in the words of the template', async ({
  start,
  visitor,
}) => {
  const signInCodeMessage = {
    emailSubject: 'Your key',
    emailMessage: 'Type {####} to come in.',
    smsMessage: '{####}',
  }
  const login = await start({ signInCodeMessage })
  await register(login)

  const asked = await askForCode(login, visitor)
  const [mail] = login.outbox.list(ada.Username)
  const code = login.newestCode()
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`
  const back = await visitor.leave(visitor.submit(asked, 'Sign in', { Code: typed }))

  expect(asked.url.pathname).toBe('/oneTimeCode')
  expect(heading(asked)).toBe('Enter the code')
  expect(asked.document.querySelector('main')?.textContent).toContain(
    'We sent a code to a***@e***.',
  )
  expect(mail).toMatchObject({ subject: 'Your key', body: `Type ${code} to come in.` })
  expect(code).toMatch(/^\d{8}$/)
  expect(back.searchParams.has('code')).toBe(true)
})

test('a code by text message signs in, and proves the number', async ({ start, visitor }) => {
  const login = await start()
  await register(login, ada, { attributes: [{ Name: 'phone_number', Value: phoneNumber }] })

  const asked = await askForCode(login, visitor, 'Send code by text message')
  const Code = login.newestCode(phoneNumber)
  const back = await visitor.leave(visitor.submit(asked, 'Sign in', { Code }))

  expect(asked.document.querySelector('#code-hint')?.textContent).toBe('Six digits')
  expect(back.searchParams.has('code')).toBe(true)
  expect(login.userPools.users.find(login.pool, ada.Username)?.attributes).toMatchObject({
    phone_number_verified: 'true',
  })
})

test('a wrong code is said, and the right one still signs in', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const asked = await askForCode(login, visitor)
  const code = login.newestCode()

  const page = await visitor.submit(asked, 'Sign in', { Code: wrong(code) })
  const empty = await visitor.submit(page, 'Sign in')
  const back = await visitor.leave(visitor.submit(empty, 'Sign in', { Code: code }))

  expect([page.url.pathname, page.status, fault(page)]).toEqual(['/oneTimeCode', 400, mismatch])
  expect(page.document.querySelector('#code')?.getAttribute('aria-describedby')).toBe('code-fault')
  expect(fault(empty)).toBe('Enter: Code.')
  expect(back.searchParams.has('code')).toBe(true)
})

test('another code is sent when it is asked for, and takes the place of the first', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  const asked = await askForCode(login, visitor)
  const first = login.newestCode()

  const again = await visitor.submit(asked, 'Send a new code')
  const second = login.newestCode()
  const old = await visitor.submit(again, 'Sign in', { Code: first })
  const back = await visitor.leave(visitor.submit(old, 'Sign in', { Code: second }))

  expect(notice(again)).toBe('A new code is on its way. The one before no longer works.')
  expect(second).not.toBe(first)
  expect(fault(old)).toBe(mismatch)
  expect(notice(old)).toBe('')
  expect(back.searchParams.has('code')).toBe(true)
})

test('a code is good once, and Back brings nobody in', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const asked = await askForCode(login, visitor)
  const Code = login.newestCode()
  await visitor.leave(visitor.submit(asked, 'Sign in', { Code }))

  const again = await visitor.submit(asked, 'Sign in', { Code })
  const other = createPageVisitor()
  const reused = await other.submit(await askForCode(login, other), 'Sign in', { Code })

  expect(again.url.pathname).toBe('/login')
  expect(fault(reused)).toBe(mismatch)
})

test('a code is of no use in another browser, nor to another person', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const grace = { ...ada, Username: 'grace@example.com' }
  await register(login)
  await register(login, grace)
  await askForCode(login, visitor)
  const Code = login.newestCode(ada.Username)
  const other = createPageVisitor()
  const first = await other.open(login.loginUrl)
  const choice = await other.submit(first, 'Next', { Email: grace.Username })

  const page = await other.submit(await other.submit(choice, 'Send code by email'), 'Sign in', {
    Code,
  })

  expect(fault(page)).toBe(mismatch)
})

test('a code that comes too late begins anew, with the name that was typed', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  const asked = await askForCode(login, visitor)
  login.clock.advance({ minutes: 4 })

  const late = await visitor.submit(asked, 'Sign in', { Code: login.newestCode() })

  expect([late.url.pathname, notice(late)]).toEqual([
    '/login',
    'Signing in took too long. Sign in again.',
  ])
  expect(late.document.querySelector('#username')?.getAttribute('value')).toBe(ada.Username)
})

test('whoever guesses is sent back after the twentieth code, and the right one is gone', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  let page = await askForCode(login, visitor)
  const asked = page
  const code = login.newestCode()

  for (let tries = 0; tries < 20; tries += 1) {
    page = await visitor.submit(asked, 'Sign in', { Code: wrong(code) })
  }
  const late = await visitor.submit(asked, 'Sign in', { Code: code })

  expect([page.url.pathname, notice(page)]).toEqual([
    '/login',
    'Too many wrong codes. Sign in again.',
  ])
  expect(late.url.pathname).toBe('/login')
})

test('who asks for too many codes is told so, where they asked', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  let page = await askForCode(login, visitor)

  for (let sent = 1; sent <= 20; sent += 1) page = await visitor.submit(page, 'Send a new code')

  expect([page.url.pathname, page.status]).toEqual(['/oneTimeCode', 400])
  expect(fault(page)).toBe('Attempt limit exceeded, please try after some time.')
})

test('whoever gives up half-way may take the password instead', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const asked = await askForCode(login, visitor)

  const choice = await visitor.follow(asked, 'Sign in another way')
  const password = await visitor.submit(choice, 'Use password')
  const back = await visitor.leave(visitor.submit(password, 'Sign in', { Password: ada.Password }))

  expect(choice.url.pathname).toBe('/selectFactor')
  expect(back.searchParams.has('code')).toBe(true)
})

test('the page of a code that was not sent leads to the choice', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const first = await visitor.open(login.loginUrl)
  await visitor.submit(first, 'Next', { Email: ada.Username })

  const page = await visitor.open(login.loginUrl.href.replace('/login?', '/oneTimeCode?'))

  expect(page.url.pathname).toBe('/selectFactor')
})

test('a code lets in who has to reset their password, and confirms who has not', async ({
  start,
}) => {
  const login = await start()
  await register(login)
  alterUser(login, ada.Username, { status: 'RESET_REQUIRED' })
  const grace = { ...ada, Username: 'grace@example.com' }
  await register(login, grace, { isConfirmed: false })

  for (const { Username } of [ada, grace]) {
    const visitor = createPageVisitor()
    const first = await visitor.open(login.loginUrl)
    const choice = await visitor.submit(first, 'Next', { Email: Username })
    const asked = await visitor.submit(choice, 'Send code by email')
    const Code = login.newestCode(Username)
    const back = await visitor.leave(visitor.submit(asked, 'Sign in', { Code }))

    expect(back.searchParams.has('code')).toBe(true)
  }
  expect(login.userPools.users.find(login.pool, grace.Username)?.status).toBe('CONFIRMED')
})

test('who was disabled since is not let in by the code', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const asked = await askForCode(login, visitor)
  const Code = login.newestCode()
  alterUser(login, ada.Username, { enabled: false })

  const page = await visitor.submit(asked, 'Sign in', { Code })

  expect([page.status, fault(page)]).toEqual([400, 'User is disabled.'])
})
