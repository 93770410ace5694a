import { expect } from 'vitest'
import { codeOf, wrongCode } from '../../support/user-pools/authenticator-app.ts'
import { withDefaults, type DomainLogin } from '../../support/managed-login/domain-login.ts'
import { fault, heading } from '../../support/managed-login/login-pages.ts'
import type { PageVisitor } from '../../support/managed-login/page-visitor.ts'
import { ada, register, signIn as signInByApi } from '../../support/user-pools/people.ts'
import { addApp, appOn, begin, mfaPool, prefer } from '../../support/user-pools/second-factors.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'

const test = withDefaults(mfaPool({ clients: [redirectedClient] }))

async function signIn(login: DomainLogin, visitor: PageVisitor, person = ada) {
  return visitor.submit(await visitor.open(login.loginUrl), 'Sign in', {
    Email: person.Username,
    Password: person.Password,
  })
}

async function withApp(login: DomainLogin): Promise<string> {
  await register(login)
  const { AccessToken } = await signInByApi(login)
  const secret = await addApp(login, AccessToken)
  await prefer(login, AccessToken, appOn)
  login.clock.advance({ seconds: 60 })
  return secret
}

test('the domain asks for the app’s code after the password, and takes no wrong one', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const secret = await withApp(login)

  const asked = await signIn(login, visitor)
  const wrong = await visitor.submit(asked, 'Continue', {
    Code: wrongCode(secret, login.clock.now()),
  })
  const code = codeOf(secret, login.clock.now())
  const back = await visitor.leave(
    visitor.submit(wrong, 'Continue', { Code: `${code.slice(0, 3)} ${code.slice(3)}` }),
  )

  expect(asked.url.pathname).toBe('/mfa')
  expect(heading(asked)).toBe('Confirm that it is you')
  expect(wrong.status).toBe(400)
  expect(fault(wrong)).toBe('Invalid code received for user')
  expect(back.searchParams.has('code')).toBe(true)
})

test('nobody gets around it: the domain has no session before the code', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await withApp(login)
  const asked = await signIn(login, visitor)

  const authorize = login.loginUrl.href.replace('/login?', '/oauth2/authorize?')
  const again = await visitor.open(authorize)

  expect(asked.url.pathname).toBe('/mfa')
  expect(again.url.pathname).toBe('/login')
})

test('a code that was typed for one is not taken for another, who began in another tab', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const secret = await withApp(login)
  const grace = { ...ada, Username: 'grace@example.com' }
  await register(login, grace)
  const { AccessToken } = await signInByApi(login, grace)
  const secretOfGrace = await addApp(login, AccessToken)
  await prefer(login, AccessToken, appOn)
  login.clock.advance({ seconds: 60 })
  const askedOfAda = await signIn(login, visitor)
  await signIn(login, visitor, grace)

  const page = await visitor.submit(askedOfAda, 'Continue', {
    Code: codeOf(secret, login.clock.now()),
  })
  const back = await visitor.leave(
    visitor.submit(page, 'Continue', { Code: codeOf(secretOfGrace, login.clock.now()) }),
  )

  expect([page.status, fault(page)]).toEqual([400, 'You are signing in as grace@example.com.'])
  expect(back.searchParams.has('code')).toBe(true)
})

test('a page without a sign-in under way, and one that took too long, lead to the sign-in', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const secret = await withApp(login)
  for (const path of ['/mfa', '/selectMfa', '/setUpMfa']) {
    const page = await visitor.open(login.loginUrl.href.replace('/login?', `${path}?`))
    expect(page.url.pathname).toBe('/login')
  }
  const asked = await signIn(login, visitor)
  login.clock.advance({ minutes: 4 })

  const late = await visitor.submit(asked, 'Continue', {
    Code: codeOf(secret, login.clock.now()),
  })

  expect(late.url.pathname).toBe('/login')
  expect(late.document.querySelector('[role=status]')?.textContent).toBe(
    'Signing in took too long. Sign in again.',
  )
})

test('what the pool requires is set up without a script, and a reload keeps the secret', async ({
  start,
  visitor,
}) => {
  const login = await start({ mfaConfiguration: 'ON' })
  await register(login)
  const secretOf = ({ document }: { document: Document }) =>
    (document.querySelector('.secret')?.textContent ?? '').replaceAll(' ', '')

  const shown = await signIn(login, visitor)
  const reloaded = await visitor.open(shown.url)
  const secret = secretOf(reloaded)
  const wrong = await visitor.submit(reloaded, 'Confirm and sign in', {
    Code: wrongCode(secret, login.clock.now()),
  })
  const back = await visitor.leave(
    visitor.submit(wrong, 'Confirm and sign in', { Code: codeOf(secret, login.clock.now()) }),
  )

  expect(shown.url.pathname).toBe('/setUpMfa')
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(secretOf(shown)).toBe(secret)
  expect(shown.document.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('QR')
  expect(shown.document.querySelector('.qr-code')?.getAttribute('href')).toBe(
    `otpauth://totp/Cognito%20Starter:ada%40example.com?secret=${secret}&issuer=Cognito%20Starter`,
  )
  expect(fault(wrong)).toBe('Code mismatch and fail enable Software Token MFA')
  expect(back.searchParams.has('code')).toBe(true)
  expect((await begin(login)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

test('several factors are a choice of buttons', async ({ start, visitor }) => {
  const login = await start({ enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] })
  await register(login, ada, { attributes: [{ Name: 'phone_number', Value: '+15551234567' }] })
  const { AccessToken } = await signInByApi(login)
  await addApp(login, AccessToken)
  await prefer(login, AccessToken, {
    SoftwareTokenMfaSettings: { Enabled: true },
    SMSMfaSettings: { Enabled: true },
  })

  const choice = await signIn(login, visitor)
  const asked = await visitor.submit(choice, 'Text message')
  const back = await visitor.leave(
    visitor.submit(asked, 'Continue', { Code: login.newestCode('+15551234567') }),
  )

  expect(choice.url.pathname).toBe('/selectMfa')
  expect(asked.document.querySelector('main')?.textContent).toContain(
    'We sent a code to +*******4567.',
  )
  expect(back.searchParams.has('code')).toBe(true)
})

test('the pages speak other languages, refusals and all', async ({ start, visitor }) => {
  const login = await start()
  const secret = await withApp(login)
  const german = await visitor.submit(
    await visitor.open(`${login.loginUrl.href}&lang=de`),
    'Anmelden',
    { 'E-Mail-Adresse': ada.Username, Passwort: ada.Password },
  )

  const wrong = await visitor.submit(german, 'Weiter', {
    Code: wrongCode(secret, login.clock.now()),
  })

  expect(heading(german)).toBe('Bestätigen Sie, dass Sie es sind')
  expect(fault(wrong)).toBe('Dieser Code ist falsch. Versuchen Sie es noch einmal.')
})
