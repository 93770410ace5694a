import { expect } from 'vitest'
import { fault, heading } from '../../support/managed-login/login-pages.ts'
import { createPageVisitor, type VisitedPage } from '../../support/managed-login/page-visitor.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'
import { test, sayWho, text, notice } from './first-factor-pages.ts'

const grace = { ...ada, Username: 'grace@example.com', Password: 'Other-Horse-2' }

function buttons({ document }: VisitedPage): string[] {
  return [...document.querySelectorAll('main button')].map(({ textContent }) => textContent.trim())
}

/** What a page shows of how far somebody has got, without what is random in it. */
function shape({ document, url, status }: VisitedPage): unknown {
  for (const input of document.querySelectorAll('input[name=_csrf]')) input.remove()
  return [url.pathname, status, document.body.innerHTML]
}

test('the name comes first, then the ways of the pool, then the password', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)

  const first = await visitor.open(login.loginUrl)
  const choice = await sayWho(login, visitor)
  const asked = await visitor.submit(choice, 'Use password')
  const back = await visitor.leave(visitor.submit(asked, 'Sign in', { Password: ada.Password }))

  expect(first.document.querySelector('input[type=password]')).toBeNull()
  expect(choice.url.pathname).toBe('/selectFactor')
  expect(heading(choice)).toBe('Choose how to sign in')
  expect(text(choice)).toContain('You are signing in as ada@example.com.')
  expect(buttons(choice)).toEqual(['Use password', 'Send code by email'])
  expect(asked.url.pathname).toBe('/password')
  expect(asked.document.querySelector('[autocomplete=username]')?.getAttribute('value')).toBe(
    ada.Username,
  )
  expect(back.searchParams.has('code')).toBe(true)
})

test('a phone number is a way of those who have one, and only where the pool has it', async ({
  start,
  visitor,
}) => {
  const attributes = [{ Name: 'phone_number', Value: '+15551234567' }]
  const login = await start()
  await register(login, ada, { attributes })
  const other = await start({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  await register(other, ada, { attributes })

  expect(buttons(await sayWho(login, visitor))).toEqual([
    'Use password',
    'Send code by email',
    'Send code by text message',
  ])
  expect(buttons(await sayWho(other, createPageVisitor()))).toEqual([
    'Use password',
    'Send code by email',
  ])
})

test.for([
  ['a pool of passwords alone', { allowedFirstAuthFactors: ['PASSWORD'] }, {}],
  ['a pool of the tier Lite', { tier: 'LITE' }, {}],
  ['the classic hosted UI', {}, { managedLoginVersion: 1 }],
  [
    'an app client without USER_AUTH',
    { clients: [{ ...redirectedClient, explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }] },
    {},
  ],
] as const)(
  'name and password are asked for at once in %s',
  async ([, pool, around], { start, visitor }) => {
    const login = await start(pool, around)
    await register(login)

    const page = await visitor.open(login.loginUrl)
    const back = await visitor.leave(
      visitor.submit(page, 'Sign in', { Email: ada.Username, Password: ada.Password }),
    )

    expect(back.searchParams.has('code')).toBe(true)
  },
)

test('somebody who is not there is shown what most who are there are shown', async ({ start }) => {
  const login = await start()
  await register(login)
  const walk = async (Email: string) => {
    const visitor = createPageVisitor()
    const choice = await sayWho(login, visitor, Email)
    const code = await visitor.submit(choice, 'Send code by email')
    const password = await visitor.submit(choice, 'Use password')
    const wrongPassword = await visitor.submit(password, 'Sign in', { Password: 'Wrong-Horse-1' })
    await visitor.submit(choice, 'Send code by email')
    const wrongCode = await visitor.submit(code, 'Sign in', { Code: '00000000' })
    return JSON.stringify([choice, code, password, wrongPassword, wrongCode].map(shape))
  }

  const there = await walk(ada.Username)
  const notThere = await walk('bob@example.com')

  expect(notThere.replaceAll('bob@', 'ada@').replaceAll('b***@', 'a***@')).toBe(there)
  expect(there).toContain('Incorrect username or password.')
  expect(there).toContain('Invalid code or auth state for the user.')
  expect(login.outbox.list('bob@example.com')).toEqual([])
})

test('an app client that tells who exists says so at once', async ({ start, visitor }) => {
  const clients = [{ ...redirectedClient, preventUserExistenceErrors: false }]
  const login = await start({ clients })

  const page = await sayWho(login, visitor, 'bob@example.com')

  expect([page.url.pathname, page.status, fault(page)]).toEqual([
    '/login',
    400,
    'User does not exist.',
  ])
})

test('a wrong password is said on its page, until it locks', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  let page = await visitor.submit(await sayWho(login, visitor), 'Use password')

  for (let tries = 0; tries < 5; tries += 1) {
    page = await visitor.submit(page, 'Sign in', { Password: 'Wrong-Horse-1' })
    expect([page.url.pathname, page.status, fault(page)]).toEqual([
      '/password',
      400,
      'Incorrect username or password.',
    ])
  }
  const locked = await visitor.submit(page, 'Sign in', { Password: ada.Password })
  login.clock.advance({ seconds: 2 })
  const back = await visitor.leave(visitor.submit(locked, 'Sign in', { Password: ada.Password }))

  expect(fault(locked)).toBe('Password attempts exceeded')
  expect(back.searchParams.has('code')).toBe(true)
})

test('an empty password is asked for again, and counts for nothing', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const page = await visitor.submit(await sayWho(login, visitor), 'Use password')

  const empty = await visitor.submit(page, 'Sign in')

  expect([empty.status, fault(empty)]).toEqual([400, 'Enter: Password.'])
})

test('no page is a way around the first one, and none outlives its sign-in', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  for (const path of ['/selectFactor', '/password', '/oneTimeCode']) {
    const page = await visitor.open(login.loginUrl.href.replace('/login?', `${path}?`))
    expect([page.url.pathname, notice(page)]).toEqual(['/login', ''])
  }
  const asked = await visitor.submit(await sayWho(login, visitor), 'Use password')
  login.clock.advance({ minutes: 4 })

  const late = await visitor.submit(asked, 'Sign in', { Password: ada.Password })

  expect([late.url.pathname, notice(late)]).toEqual([
    '/login',
    'Signing in took too long. Sign in again.',
  ])
  expect(late.document.querySelector('input[name=username]')?.getAttribute('value')).toBe(
    ada.Username,
  )
})

test('Back after the sign-in begins a new one', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const asked = await visitor.submit(await sayWho(login, visitor), 'Use password')
  await visitor.leave(visitor.submit(asked, 'Sign in', { Password: ada.Password }))

  const again = await visitor.submit(asked, 'Sign in', { Password: ada.Password })

  expect(again.url.pathname).toBe('/login')
})

test('a form that was filled in for one is not taken for another, who began in another tab', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  await register(login, grace)
  const choiceOfAda = await sayWho(login, visitor)
  const passwordOfAda = await visitor.submit(choiceOfAda, 'Use password')
  await sayWho(login, visitor, grace.Username)

  const choice = await visitor.submit(choiceOfAda, 'Send code by email')
  const password = await visitor.submit(passwordOfAda, 'Sign in', { Password: grace.Password })

  for (const page of [choice, password]) {
    expect([page.status, fault(page)]).toEqual([400, 'You are signing in as grace@example.com.'])
  }
  expect(login.outbox.list().filter(({ kind }) => kind === 'SIGN_IN')).toEqual([])
})

test.for(['WEB_AUTHN', 'PASSWORD_SRP', 'SMS_OTP', 'nonsense', ''])(
  'the way %j, which was not offered, is not gone',
  async (factor, { start, visitor }) => {
    const login = await start()
    await register(login)
    const choice = await sayWho(login, visitor)
    choice.document.querySelector('button[name=factor]')?.setAttribute('value', factor)

    const page = await visitor.submit(choice, 'Use password')

    expect([page.url.pathname, page.status]).toEqual(['/selectFactor', 400])
  },
)

test('the pages speak other languages, refusals and all', async ({ start, visitor }) => {
  const login = await start()
  await register(login)
  const choice = await visitor.submit(
    await visitor.open(`${login.loginUrl.href}&lang=de`),
    'Weiter',
    { 'E-Mail-Adresse': ada.Username },
  )
  const asked = await visitor.submit(choice, 'Passwort verwenden')
  const wrong = await visitor.submit(asked, 'Anmelden', { Passwort: 'Wrong-Horse-1' })

  expect(heading(choice)).toBe('Wählen, wie Sie sich anmelden')
  expect(fault(wrong)).toBe('Benutzername oder Passwort ist falsch.')
})
