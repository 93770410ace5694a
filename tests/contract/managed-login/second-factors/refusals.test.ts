import type { SetUserMFAPreferenceCommandInput } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { withDefaults, type DomainLogin } from '../../../support/managed-login/domain-login.ts'
import { fault } from '../../../support/managed-login/login-pages.ts'
import type { PageVisitor, VisitedPage } from '../../../support/managed-login/page-visitor.ts'
import { redirectedClient } from '../../../support/managed-login/start-managed-login.ts'
import { ada, register, signIn as signInByApi } from '../../../support/user-pools/people.ts'
import { addApp, appOn, mfaPool, prefer } from '../../../support/user-pools/second-factors.ts'

const test = withDefaults(
  mfaPool({
    clients: [redirectedClient],
    enabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'],
    recoveryMechanisms: ['admin_only'],
  }),
)

const phone = '+15551234567'
const notThis = 'Invalid code or auth state for the user.'

interface Factor {
  settings: Omit<SetUserMFAPreferenceCommandInput, 'AccessToken'>
  /** What the page says of a wrong code, and of one that was taken before. */
  wrong: string
  used: string
  /** Right and wrong ones for the sign-in that was begun last. */
  codes: (login: DomainLogin, secret: string) => { right: string; wrong: string }
}

function sentTo(to: string): Factor['codes'] {
  return (login) => {
    const right = login.newestCode(to)
    return { right, wrong: right.replace(/^./, (digit) => String((Number(digit) + 1) % 10)) }
  }
}

const factors: Readonly<Record<string, Factor>> = {
  'an authenticator app': {
    settings: appOn,
    wrong: 'Invalid code received for user',
    used: 'Your software token has already been used once.',
    codes: ({ clock }, secret) => ({
      right: codeOf(secret, clock.now()),
      wrong: wrongCode(secret, clock.now()),
    }),
  },
  'a text message': {
    settings: { SMSMfaSettings: { Enabled: true, PreferredMfa: true } },
    wrong: notThis,
    used: notThis,
    codes: sentTo(phone),
  },
  'a mail': {
    settings: { EmailMfaSettings: { Enabled: true, PreferredMfa: true } },
    wrong: notThis,
    used: notThis,
    codes: sentTo(ada.Username),
  },
}

const eachFactor = Object.entries(factors)

/** Ada, who has the factor. */
async function startWith(login: DomainLogin, { settings, codes }: Factor) {
  await register(login, ada, { attributes: [{ Name: 'phone_number', Value: phone }] })
  const { AccessToken } = await signInByApi(login)
  const secret = settings === appOn ? await addApp(login, AccessToken) : ''
  await prefer(login, AccessToken, settings)
  login.clock.advance({ seconds: 60 })
  return () => codes(login, secret)
}

async function signIn(login: DomainLogin, visitor: PageVisitor) {
  return visitor.submit(await visitor.open(login.loginUrl), 'Sign in', {
    Email: ada.Username,
    Password: ada.Password,
  })
}

function enter(visitor: PageVisitor, page: VisitedPage, Code: string) {
  return visitor.submit(page, 'Continue', { Code })
}

test.for(eachFactor)(
  'by %s: a wrong code is said, the right one signs in, and it is good for that alone',
  async ([, factor], { start, visitor }) => {
    const login = await start()
    const codes = await startWith(login, factor)
    const asked = await signIn(login, visitor)
    const { right, wrong } = codes()

    const refused = await enter(visitor, asked, wrong)
    const back = await visitor.leave(enter(visitor, refused, right))
    await visitor.open(login.loginUrl.href.replace('/login?', '/logout?'))
    const again = await enter(visitor, await signIn(login, visitor), right)

    expect([refused.status, fault(refused)]).toEqual([400, factor.wrong])
    expect(back.searchParams.has('code')).toBe(true)
    expect([again.status, fault(again)]).toEqual([400, factor.used])
  },
)

test.for(eachFactor)(
  'by %s: the fifth wrong code locks, and the right one after it',
  async ([, factor], { start, visitor }) => {
    const login = await start()
    const codes = await startWith(login, factor)
    let page = await signIn(login, visitor)
    const { right, wrong } = codes()

    for (let tries = 0; tries < 5; tries += 1) {
      page = await enter(visitor, page, wrong)
      expect(fault(page)).toBe(factor.wrong)
    }
    const locked = await enter(visitor, page, right)

    expect(locked.status).toBe(400)
    expect(fault(locked)).toMatch(/^Too many invalid credentials attempts/)
    const authorize = login.loginUrl.href.replace('/login?', '/oauth2/authorize?')
    expect((await visitor.open(authorize)).url.pathname).toBe('/login')
  },
)

test.for(eachFactor)(
  'by %s: whoever gives up half-way or waits too long is nobody, and begins anew',
  async ([, factor], { start, visitor }) => {
    const login = await start()
    const codes = await startWith(login, factor)
    const left = await signIn(login, visitor)
    const old = codes().right
    await visitor.open(login.loginUrl)
    login.clock.advance({ minutes: 4 })

    const late = await enter(visitor, left, old)
    const anew = await signIn(login, visitor)
    const back = await visitor.leave(enter(visitor, anew, codes().right))

    expect(late.url.pathname).toBe('/login')
    expect(late.document.querySelector('[role=status]')?.textContent).toBe(
      'Signing in took too long. Sign in again.',
    )
    expect(back.searchParams.has('code')).toBe(true)
  },
)
