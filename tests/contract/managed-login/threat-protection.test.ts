import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { withDefaults, type DomainLogin } from '../../support/managed-login/domain-login.ts'
import { fault, heading } from '../../support/managed-login/login-pages.ts'
import { createPageVisitor, type PageVisitor } from '../../support/managed-login/page-visitor.ts'
import { ada, register, signIn as signInByApi } from '../../support/user-pools/people.ts'
import { addApp, mfaPool } from '../../support/user-pools/second-factors.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'
import { actions, berlin, from, sydney } from '../user-pools/threat-protection/places.ts'

const SourceArn = 'arn:aws:ses:us-east-1:123456789012:identity/example.com'

function risks(settings: NonNullable<UserPoolConfig['riskSettings']>[string]) {
  return { riskSettings: { ALL: settings } }
}

function takeover(action: 'BLOCK' | 'MFA_REQUIRED' | 'NO_ACTION', mails: object = {}) {
  return risks({
    AccountTakeoverRiskConfiguration: {
      ...actions(action, { Notify: true }),
      NotifyConfiguration: { SourceArn, ...mails },
    },
  })
}

const test = withDefaults(
  mfaPool({
    clients: [redirectedClient],
    tier: 'PLUS',
    threatProtection: { mode: 'ENFORCED' },
  }),
)

function visitorFrom(at: typeof sydney): PageVisitor {
  return createPageVisitor({
    'x-local-ip-address': at.ipAddress,
    'x-local-place': at.place,
    'user-agent': at.userAgent,
  })
}

async function signIn(login: DomainLogin, visitor: PageVisitor) {
  return visitor.submit(await visitor.open(login.loginUrl), 'Sign in', {
    Email: ada.Username,
    Password: ada.Password,
  })
}

/** What a mail links to, by the words before it. */
function linkIn(login: DomainLogin, words: string): string {
  const body = login.outbox.list(ada.Username)[0]?.body ?? ''
  return new RegExp(`${words}: (\\S+)`).exec(body)?.[1] ?? 'none'
}

test('a sign-in that is blocked at the domain is told by mail, whose link lets it in', async ({
  start,
}) => {
  const login = await start(takeover('BLOCK'))
  await register(login)
  await signInByApi(from(login, berlin))
  const visitor = visitorFrom(sydney)

  const blocked = await signIn(login, visitor)
  const [mail] = login.outbox.list(ada.Username)
  const thanks = await visitor.open(linkIn(login, 'It was me'))
  const back = await visitor.leave(signIn(login, visitor))

  expect(blocked.status).toBe(400)
  expect(fault(blocked)).toBe('Unable to login because of security reasons.')
  expect(mail).toMatchObject({
    to: ada.Username,
    channel: 'EMAIL',
    kind: 'RISK_NOTIFICATION',
    code: '',
    subject: 'A sign-in to your account was blocked',
  })
  expect(mail?.body).toContain('With: Chrome 125, Windows\nFrom: 198.51.100.7, Sydney, AU')
  expect(heading(thanks)).toBe('Thank you for telling us')
  expect(back.searchParams.has('code')).toBe(true)
})

test('the event of a sign-in at the domain is the one of its tokens', async ({ start }) => {
  const login = await start(takeover('BLOCK'))
  await register(login)

  const back = await visitorFrom(berlin).leave(signIn(login, visitorFrom(berlin)))
  const response = await fetch(`${login.url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: redirectedClient.id,
      redirect_uri: 'https://app.example/callback',
      code: back.searchParams.get('code') ?? '',
    }),
  })
  const { access_token: token } = (await response.json()) as { access_token: string }

  const events = [...login.runtime.store.table<object>('user-pools/auth-events').entries()]
  expect(events[0]?.[1]).toMatchObject({
    id: decodeJwt(token).event_id,
    type: 'SignIn',
    response: 'Pass',
  })
})

test('a link says once and for all that it was not them, and one of another mail says nothing', async ({
  start,
}) => {
  const login = await start(takeover('BLOCK'))
  await register(login)
  await signInByApi(from(login, berlin))
  const visitor = visitorFrom(sydney)
  await signIn(login, visitor)
  const link = new URL(linkIn(login, 'It was not me'))
  const forged = new URL(link)
  forged.searchParams.set('feedback_token', 'x')
  const undecided = new URL(link)
  undecided.searchParams.set('feedback_value', 'Perhaps')

  const refused = await visitor.open(forged)
  const malformed = await visitor.open(undecided)
  const looked = await visitor.request(link, { method: 'HEAD' })
  const thanks = await visitor.open(link)

  expect(refused.status).toBe(400)
  expect(fault(refused)).toBe('This link cannot be used. Open the one in the newest message.')
  expect(malformed.status).toBe(400)
  expect(looked.status).toBe(405)
  expect(thanks.document.body.textContent).toContain('Choose a new password')
  const events = [...login.runtime.store.table<object>('user-pools/auth-events').entries()]
  expect(events[0]?.[1]).toMatchObject({ feedback: { value: 'Invalid', provider: 'User' } })
})

test('a risky sign-in at the domain is asked for a second factor, in the words of the pool', async ({
  start,
}) => {
  const HtmlBody =
    '<p>{username}, {device-name} at {city}: <a href={one-click-link-valid}>me</a></p>'
  const login = await start(
    takeover('MFA_REQUIRED', { MfaEmail: { Subject: 'Was this you?', HtmlBody } }),
  )
  await register(login)
  const { AccessToken } = await signInByApi(from(login, berlin))
  const secret = await addApp(login, AccessToken)
  login.clock.advance({ seconds: 60 })
  const visitor = visitorFrom({ ...sydney, place: 'Syd<b>ney; AU; -33.87; 151.21' })

  const asked = await signIn(login, visitor)
  const Code = codeOf(secret, login.clock.now())
  const back = await visitor.leave(visitor.submit(asked, 'Continue', { Code }))

  expect(asked.url.pathname).toBe('/mfa')
  expect(back.searchParams.has('code')).toBe(true)
  const [mail] = login.outbox.list(ada.Username)
  expect(mail?.subject).toBe('Was this you?')
  expect(mail?.body).toContain(
    '<p>ada@example.com, Chrome 125, Windows at Syd&lt;b&gt;ney: <a href=http',
  )
  expect(mail?.body).toContain('&amp;event_id=')
})

test('NO_ACTION tells by mail, too, and lets in; without a sender nobody is told', async ({
  start,
}) => {
  const login = await start(takeover('NO_ACTION'))
  await register(login)
  await signInByApi(from(login, berlin))
  const before = login.outbox.list().length

  await signInByApi(from(login, sydney))
  const [mail] = login.outbox.list()
  const silent = { AccountTakeoverRiskConfiguration: actions('NO_ACTION', { Notify: true }) }
  login.pool.riskSettings = { ALL: silent }
  login.clock.advance({ minutes: 1 })
  await signInByApi(from(login, berlin))

  expect(mail?.subject).toBe('A new sign-in to your account')
  expect(login.outbox.list()).toHaveLength(before + 1)
})

test('a password that has leaked leads from the domain to its reset', async ({
  start,
  visitor,
}) => {
  const login = await start(
    risks({ CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } }),
  )
  const leaked = { ...ada, Password: 'Password123!' }
  const { riskSettings } = login.pool
  login.pool.riskSettings = {}
  await register(login, leaked)
  login.pool.riskSettings = riskSettings!

  const page = await visitor.submit(await visitor.open(login.loginUrl), 'Sign in', {
    Email: leaked.Username,
    Password: leaked.Password,
  })

  expect(page.url.pathname).toBe('/forgotPassword')
  expect(page.document.body.textContent).toContain('Your password has to be reset')
})
