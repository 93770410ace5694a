import { expect } from 'vitest'
import { withDefaults } from '../../support/managed-login/domain-login.ts'
import { test as federated } from '../../support/managed-login/federation.ts'
import { fault } from '../../support/managed-login/login-pages.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../support/user-pools/recorded-triggers.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'

const test = withDefaults({
  clients: [redirectedClient],
  ...triggersOf('PreAuthentication', 'PostAuthentication', 'PostConfirmation'),
})
const signInOrder = ['PreAuthentication_Authentication', 'PostAuthentication_Authentication']

test('the sign-in page runs the triggers of a sign-in, in order', async ({ start, visitor }) => {
  const { invoke, log } = recordTriggers()
  const login = await start({}, { invoke })
  await register(login)
  log()

  const page = await visitor.open(login.loginUrl)
  const back = await visitor.leave(
    visitor.submit(page, 'Sign in', { Email: ada.Username, Password: ada.Password }),
  )

  expect(back.searchParams.has('code')).toBe(true)
  expect(log()).toEqual(signInOrder)
})

test('the sign-in page brings people from another directory, and so does the reset page', async ({
  start,
  visitor,
}) => {
  const { invoke, log } = recordTriggers({
    UserMigration: ({ userName, request }) =>
      request['password'] === 'wrong'
        ? new Error('Bad password')
        : {
            userAttributes: { email: userName, email_verified: 'true' },
            finalUserStatus: 'CONFIRMED',
            messageAction: 'SUPPRESS',
          },
  })
  const login = await start(triggersOf('UserMigration'), { invoke })
  const signIn = async (Password: string) =>
    visitor.submit(await visitor.open(login.loginUrl), 'Sign in', { Email: ada.Username, Password })

  expect(fault(await signIn('wrong'))).toBe('Incorrect username or password.')
  const back = await visitor.leave(signIn('old'))
  expect(back.searchParams.has('code')).toBe(true)

  const reset = await visitor.open(login.loginUrl.href.replace('/login?', '/forgotPassword?'))
  await visitor.submit(reset, 'Send code', { Email: 'grace@example.com' })
  expect(login.newestCode('grace@example.com')).toMatch(/^\d{6}$/)
  expect(log()).toEqual([
    'UserMigration_Authentication',
    'UserMigration_Authentication',
    'UserMigration_ForgotPassword',
  ])
})

test.for(['PreAuthentication', 'PostAuthentication'] as const)(
  'what %s says against a sign-in stands on the page, and nobody is signed in',
  async (name, { start, visitor }) => {
    const { invoke } = recordTriggers({ [name]: () => new Error('Not on Sundays') })
    const login = await start({}, { invoke })
    await register(login)

    const page = await visitor.open(login.loginUrl)
    const refused = await visitor.submit(page, 'Sign in', {
      Email: ada.Username,
      Password: ada.Password,
    })
    const authorize = login.loginUrl.href.replace('/login?', '/oauth2/authorize?')
    const again = await visitor.open(authorize)

    expect(fault(refused)).toBe(`${name} failed with error Not on Sundays.`)
    expect(again.url.pathname).toBe('/login')
  },
)

test('where there is a choice, PreAuthentication has its say when the name is given', async ({
  start,
  visitor,
}) => {
  const { invoke, log } = recordTriggers()
  const login = await start({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] }, { invoke })
  await register(login)
  log()

  const page = await visitor.open(login.loginUrl)
  await visitor.submit(page, 'Next', { Email: ada.Username })

  expect(log()).toEqual(signInOrder.slice(0, 1))
})

federated(
  'a provider’s person is confirmed the first time, and signs in the next',
  async ({ federate }) => {
    const { invoke, log } = recordTriggers()
    const pool = triggersOf(
      'PreSignUp',
      'PreAuthentication',
      'PostAuthentication',
      'PostConfirmation',
    )
    const federation = await federate('Google', { pool, surroundings: { invoke } })

    await federation.signIn()
    expect(log()).toEqual(['PreSignUp_ExternalProvider', 'PostConfirmation_ConfirmSignUp'])

    federation.forgetSession()
    await federation.signIn()
    expect(log()).toEqual(signInOrder)
  },
)
