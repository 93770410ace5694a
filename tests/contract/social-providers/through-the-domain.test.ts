import { readFileSync } from 'node:fs'
import * as client from 'openid-client'
import { expect } from 'vitest'
import { discover, startLogin } from '../../support/managed-login/managed-login.ts'
import {
  createPageVisitor,
  type PageVisitor,
  type VisitedPage,
} from '../../support/managed-login/page-visitor.ts'
import { startStandIn, test, type TestStandIn } from '../../support/stand-in.ts'

/** From the app to the page of a provider, as Amplify leads there. */
async function openProvider(
  standIn: TestStandIn,
  visitor: PageVisitor,
  identity_provider: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<{ page: VisitedPage; redeem: (callback: URL) => Promise<client.IDToken | undefined> }> {
  const configuration = await discover(standIn)
  const { url, checks } = await startLogin(configuration, standIn, {
    identity_provider,
    scope: 'openid email profile',
    ...parameters,
  })
  const page = await visitor.open(url)
  return {
    page,
    redeem: async (callback) => {
      const tokens = await client.authorizationCodeGrant(configuration, callback, checks)
      return tokens.claims()
    },
  }
}

/** Chooses an account; Apple's answer is posted by the browser, which without scripts asks first. */
async function choose(visitor: PageVisitor, page: VisitedPage, button: string): Promise<URL> {
  return visitor.leave(
    visitor.submit(page, button).then((next) => visitor.submit(next, 'Continue')),
  )
}

const verified = { email: 'ada@example.com', email_verified: true }

test.for([
  ['Google', 'Google', '118151210000000000001', { ...verified, family_name: 'Lovelace' }],
  ['Facebook', 'Facebook', '10181512100000001', { email: 'ada@example.com' }],
  ['SignInWithApple', 'Apple', '001815.ada00000000000000000000000000001.1210', verified],
  [
    'LoginWithAmazon',
    'Amazon',
    'amzn1.account.ADA18151210AAAAAAAAAAAAAAA1',
    { email: 'ada@example.com' },
  ],
  ['Company', 'Company', 'employee-1815', { ...verified, family_name: 'Lovelace' }],
] as const)(
  'Ada is at the app by %s in one click',
  async ([provider, name, subject, claims], { standIn }) => {
    const visitor = createPageVisitor()
    const { page, redeem } = await openProvider(standIn, visitor, provider)

    const callback = await choose(visitor, page, 'Continue as Ada Lovelace')

    expect(standIn.config.socialProviders).toContain(name)
    expect(page.document.body.textContent).toContain(`Local ${name}: a stand-in on this machine.`)
    expect(await redeem(callback)).toMatchObject({
      ...claims,
      'cognito:username': `${provider}_${subject}`.toLowerCase(),
    })
  },
)

test('somebody who cancels is back at the app, which is told', async ({ standIn }) => {
  for (const provider of ['Google', 'Facebook', 'SignInWithApple', 'LoginWithAmazon', 'Company']) {
    const visitor = createPageVisitor()
    const { page } = await openProvider(standIn, visitor, provider)

    const callback = await choose(visitor, page, 'Cancel')

    expect(callback.searchParams.get('error')).toBe('access_denied')
  }
})

test('whoever shares no address with a pool that needs one is told by the app', async ({
  standIn,
}) => {
  const visitor = createPageVisitor()
  const { page } = await openProvider(standIn, visitor, 'Facebook')

  const callback = await choose(visitor, page, 'Continue as Alan Turing')

  expect(callback.searchParams.get('error_description')).toBe('attributes required: [email]')
})

test('the hint of the app is the hint of the provider', async ({ standIn }) => {
  const visitor = createPageVisitor()
  const login_hint = 'grace@example.com'

  const { page } = await openProvider(standIn, visitor, 'Google', { login_hint })

  const buttons = [...page.document.querySelectorAll('button[name=account]')]
  expect(buttons.map(({ textContent }) => textContent.trim())).toEqual(['Continue as Grace Hopper'])
})

test.for([
  ['Google', { GoogleClientSecret: 'wrong' }],
  ['Facebook', { FacebookClientSecret: 'wrong' }],
  ['LoginWithAmazon', { AmazonClientSecret: 'wrong' }],
  ['Company', { OidcClientSecret: 'wrong' }],
  ['SignInWithApple', { AppleKeyId: 'OTHERKEY01' }],
  ['SignInWithApple', { AppleTeamId: 'OTHERTEAM1' }],
] as const)('%s with %o is refused at its token endpoint', async ([provider, parameters]) => {
  const standIn = await startStandIn({ parameters })
  const visitor = createPageVisitor()
  const { page } = await openProvider(standIn, visitor, provider)

  const callback = await choose(visitor, page, 'Continue as Ada Lovelace')
  await standIn.close()

  expect(callback.searchParams.has('code')).toBe(false)
  expect(callback.searchParams.get('error_description')).toMatch(/Error - 40[01]/)
})

test('a client ID of one’s own is not registered at the stand-in, which says so', async () => {
  const standIn = await startStandIn({ parameters: { GoogleClientId: 'my-own' } })

  const { page } = await openProvider(standIn, createPageVisitor(), 'Google')
  await standIn.close()

  expect(page.status).toBe(401)
  expect(page.document.body.textContent).toContain('This app is not registered here')
})

test('an empty parameter leaves its provider out, and no other', async () => {
  const standIn = await startStandIn({ parameters: { GoogleClientId: '', ApplePrivateKey: '' } })
  await standIn.close()

  expect(standIn.config.socialProviders).toEqual(['Facebook', 'Amazon', 'Company'])
})

test('a template that calls its parameters otherwise loads, without the provider', ({
  standIn,
}) => {
  const text = readFileSync('infra/template.yaml', 'utf8')

  standIn.reload(text.replaceAll('GoogleClient', 'GoogleApp'))

  const [pool] = standIn.deployment().userPools
  const names = pool?.identityProviders?.map(({ name }) => name)
  expect(names).toEqual(['Facebook', 'SignInWithApple', 'LoginWithAmazon', 'Company'])
})

test('a reset forgets who is signed in, and keeps secrets and keys', async ({ standIn }) => {
  const visitor = createPageVisitor()
  const { page } = await openProvider(standIn, visitor, 'Google')
  await choose(visitor, page, 'Continue as Ada Lovelace')
  const keys = async () => (await fetch(`${standIn.url}/social/google/jwks`)).text()
  const before = await keys()

  await standIn.reset()
  const again = await openProvider(standIn, visitor, 'Google', { prompt: 'login' })
  const callback = await choose(visitor, again.page, 'Continue as Ada Lovelace')

  expect(await keys()).toBe(before)
  expect(await again.redeem(callback)).toMatchObject({ email: 'ada@example.com' })
})
