import * as client from 'openid-client'
import { expect } from 'vitest'
import { ada } from '../../support/app/ada.ts'
import { discover, startLogin } from '../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../support/managed-login/page-visitor.ts'
import { addPerson, addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

/** Ada at the app, by a provider's page, in a browser of her own; Apple's answer is posted. */
async function comeBy(standIn: TestStandIn, identity_provider: string): Promise<client.IDToken> {
  const configuration = await discover(standIn)
  const scope = 'openid email profile'
  const { url, checks } = await startLogin(configuration, standIn, { identity_provider, scope })
  const visitor = createPageVisitor()
  const page = await visitor.open(url)
  const callback = await visitor.leave(
    visitor
      .submit(page, 'Continue as Ada Lovelace')
      .then((next) => visitor.submit(next, 'Continue')),
  )
  const tokens = await client.authorizationCodeGrant(configuration, callback, checks)
  return tokens.claims()!
}

test('whoever signed up with a password is the same user by Google and by Apple', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)

  const google = await comeBy(standIn, 'Google')
  const apple = await comeBy(standIn, 'SignInWithApple')
  const again = await comeBy(standIn, 'Google')

  expect(google).toMatchObject({
    email: ada.email,
    email_verified: true,
    identities: [{ providerName: 'Google', primary: 'false' }],
  })
  expect(google['cognito:username']).toBe(google.sub)
  expect([apple.sub, again.sub]).toEqual([google.sub, google.sub])
  expect(again.identities).toHaveLength(2)
})

test.for(['Facebook', 'LoginWithAmazon'])(
  'by %s, who does not say whether the address is hers, Ada is somebody else',
  async (provider, { standIn, cognito }) => {
    await addPerson(standIn, cognito, ada)

    const [theirs, google] = [await comeBy(standIn, provider), await comeBy(standIn, 'Google')]

    expect(theirs).toMatchObject({ identities: [{ primary: 'true' }] })
    expect(theirs.sub).not.toBe(google.sub)
  },
)

test('whoever took Ada’s address without proving it gets nothing of her coming by Google', async ({
  standIn,
  cognito,
}) => {
  await addUnconfirmed(standIn, cognito, ada)

  const google = await comeBy(standIn, 'Google')

  expect(google).toMatchObject({
    'cognito:username': expect.stringMatching(/^google_\d+$/),
    identities: [{ primary: 'true' }],
  })
})
