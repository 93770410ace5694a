import {
  AdminCreateUserCommand,
  AdminResetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test as base } from 'vitest'
import { administrator, only, signingClient } from '../../support/iam/administrator.ts'
import { fault, heading } from '../../support/managed-login/login-pages.ts'
import { createPageVisitor, type PageVisitor } from '../../support/managed-login/page-visitor.ts'
import {
  redirectedClient,
  startManagedLogin,
  type RunningManagedLogin,
} from '../../support/managed-login/start-managed-login.ts'
import { emailPool, standardSchema } from '../../support/user-pools/user-pool-config.ts'

const UserPoolId = emailPool().id
const Username = 'ada@example.com'
const credentials = administrator()
const password = 'Correct-Horse-1'

interface Fixtures {
  start: (overrides?: Parameters<typeof startManagedLogin>[0]) => Promise<Administered>
  visitor: PageVisitor
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  start: async ({}, use) => {
    const closers: (() => Promise<void>)[] = []
    await use(async (overrides) => {
      const login = await startManagedLogin(overrides, {
        ...only(credentials),
        managedLoginVersion: 2,
      })
      const admin = signingClient(login.url, credentials)
      closers.push(() => {
        admin.destroy()
        return login.close()
      })
      return { ...login, admin }
    })
    for (const close of closers) await close()
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  visitor: async ({}, use) => {
    await use(createPageVisitor())
  },
})

type Administered = RunningManagedLogin & { admin: ReturnType<typeof signingClient> }

function invite({ admin }: Administered, MessageAction?: 'RESEND') {
  return admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username,
      MessageAction,
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: Username },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  )
}

async function signIn(login: RunningManagedLogin, visitor: PageVisitor, Password: string) {
  return visitor.submit(await visitor.open(login.loginUrl), 'Sign in', {
    Email: Username,
    Password,
  })
}

const invited = (login: RunningManagedLogin) => login.outbox.list()[0]?.code ?? ''

test('an invitation leads to a password of one’s own, and back to the app', async ({
  start,
  visitor,
}) => {
  const schema = standardSchema.map((one) =>
    one.name === 'nickname' ? { ...one, required: true } : one,
  )
  const login = await start({ schema })
  await invite(login)

  const own = await signIn(login, visitor, invited(login))
  const weak = await visitor.submit(own, 'Save and sign in', {
    Nickname: 'Ada',
    'New password': 'short',
  })
  const back = await visitor.leave(
    visitor.submit(weak, 'Save and sign in', { Nickname: 'Ada', 'New password': password }),
  )

  expect(heading(own)).toBe('Choose a password of your own')
  expect(fault(weak)).toContain('Password not long enough')
  expect(back.searchParams.has('code')).toBe(true)
  expect(fault(await signIn(login, createPageVisitor(), 'Other-Horse-1'))).toBe(
    'Incorrect username or password.',
  )
})

test('whoever takes too long is told to sign in again, and so is whom a newer invitation overtook', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const notice = 'Signing in took too long. Sign in again.'
  const values = { 'New password': password }
  await invite(login)

  const own = await signIn(login, visitor, invited(login))
  login.runtime.clock.advance({ minutes: 4 })
  const late = await visitor.submit(own, 'Save and sign in', values)
  const again = await signIn(login, visitor, invited(login))
  await invite(login, 'RESEND')
  const overtaken = await visitor.submit(again, 'Save and sign in', values)

  expect(late.url.pathname).toBe('/login')
  expect(late.document.querySelector('[role=status]')?.textContent).toBe(notice)
  expect(fault(overtaken)).toBe('Invalid session for the user.')
})

test('a temporary password of too long ago is told apart from a wrong one', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await invite(login)
  login.runtime.clock.advance({ hours: 7 * 24 })

  const page = await signIn(login, visitor, invited(login))
  const german = await visitor.submit(
    await visitor.open(`${login.loginUrl.href}&lang=de`),
    'Anmelden',
    { 'E-Mail-Adresse': Username, Passwort: invited(login) },
  )

  expect(fault(page)).toBe('Temporary password has expired and must be reset by an administrator.')
  expect(fault(german)).toBe(
    'Das vorläufige Passwort ist abgelaufen. Bitten Sie den Administrator um ein neues.',
  )
  expect(fault(await signIn(login, createPageVisitor(), 'Wrong-Horse-1'))).toBe(
    'Incorrect username or password.',
  )
})

test('a page that was begun at one client is of no use at another', async ({ start, visitor }) => {
  const other = { ...redirectedClient, id: '2example23456789abcdefghij' }
  const login = await start({ clients: [redirectedClient, other] })
  await invite(login)
  const own = await signIn(login, visitor, invited(login))

  const elsewhere = new URL(own.url)
  elsewhere.searchParams.set('client_id', other.id)

  expect((await visitor.open(elsewhere)).url.pathname).toBe('/login')
})

test('who has been sent a code need not ask for another', async ({ start, visitor }) => {
  const clients = [{ ...redirectedClient, preventUserExistenceErrors: false }]
  const login = await start({ clients })
  await invite(login)
  const own = await signIn(login, visitor, invited(login))
  await visitor.leave(visitor.submit(own, 'Save and sign in', { 'New password': password }))
  await login.admin.send(new AdminResetUserPasswordCommand({ UserPoolId, Username }))

  const forgot = await signIn(login, visitor, password)
  const reset = await visitor.follow(forgot, 'I have the code already')
  const done = await visitor.submit(reset, 'Change password', {
    Code: invited(login),
    'New password': 'Other-Horse-1',
  })

  expect(forgot.url.pathname).toBe('/forgotPassword')
  expect(done.url.pathname).toBe('/login')
  expect(done.document.querySelector('[role=status]')?.textContent).toBe(
    'Your password has been changed. You can sign in now.',
  )
})

test('a password that the pool remembers is refused on the pages, too, in their words', async ({
  start,
  visitor,
}) => {
  const passwordPolicy = { ...emailPool().passwordPolicy, passwordHistorySize: 3 }
  const login = await start({ passwordPolicy })
  await invite(login)
  const before = { 'New password': invited(login) }

  const own = await signIn(login, visitor, invited(login))
  const again = await visitor.submit(own, 'Save and sign in', before)
  await visitor.leave(visitor.submit(again, 'Save and sign in', { 'New password': password }))
  const forgot = await visitor.open(login.loginUrl.href.replace('/login?', '/forgotPassword?'))
  const reset = await visitor.submit(forgot, 'Send code', { Email: Username })
  const code = { Code: invited(login) }
  const used = await visitor.submit(reset, 'Change password', { ...code, 'New password': password })
  const german = `${login.loginUrl.href.replace('/login?', '/confirmForgotPassword?')}&lang=de`
  const inGerman = await visitor.submit(await visitor.open(german), 'Passwort ändern', {
    'E-Mail-Adresse': Username,
    Code: code.Code,
    'Neues Passwort': password,
  })

  const words = 'Password has been used before. Choose one that is new.'
  expect([again.status, fault(again)]).toEqual([400, words])
  expect([used.status, fault(used)]).toEqual([400, words])
  expect(fault(inGerman)).toBe(
    'Dieses Passwort wurde schon einmal verwendet. Wählen Sie ein neues.',
  )
})
