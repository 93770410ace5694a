import * as client from 'openid-client'
import { expect } from 'vitest'
import { brandName } from '../../../src/ui/brand.ts'
import { test } from '../../support/social-providers/start-social-providers.ts'
import { createPageVisitor, type VisitedPage } from '../../support/managed-login/page-visitor.ts'
import { start, signIn, buttons, answerOf, ada } from './google-sign-in.ts'

function heading({ document }: VisitedPage): string {
  return document.querySelector('h1')?.textContent ?? ''
}

test('Ada signs in with two clicks: one in the app, one here', async ({ social, visitor }) => {
  const { configuration, url, checks } = await start(social)

  const page = await visitor.open(url)
  const { url: callback } = await visitor.submit(page, 'Continue as Ada Lovelace')
  const tokens = await client.authorizationCodeGrant(configuration, callback, checks)
  const profile = await client.fetchUserInfo(configuration, tokens.access_token, ada.sub)

  const picture = `${social.url}/social/google/pictures/${ada.sub}.svg`
  expect(heading(page)).toBe(`Which account is for ${brandName}?`)
  expect(tokens.claims()).toMatchObject({ ...ada, picture, azp: 'local-google' })
  expect(tokens.claims()).not.toHaveProperty('hd')
  expect(profile).toEqual({ ...ada, picture })
  expect(tokens.expires_in).toBe(3599)
  expect((await fetch(picture)).headers.get('content-type')).toBe('image/svg+xml')
})

test('the page says whose stand-in it is, and what goes to whom', async ({ social, visitor }) => {
  const page = await visitor.open((await start(social)).url)

  const { textContent } = page.document.body
  expect(textContent).toContain('Local Google: a stand-in on this machine. Nothing leaves it.')
  expect(textContent).toContain(
    `Going on shares your name, email address and picture with ${brandName}.`,
  )
  expect(buttons(page)).toEqual([
    'Continue as Ada Lovelace',
    'Continue as Grace Hopper',
    'Continue as Alan Turing',
  ])
})

test('the second sign-in goes through, until another browser or a day later', async ({
  social,
  visitor,
}) => {
  await signIn(social, visitor)

  const again = await visitor.open((await start(social)).url)
  const elsewhere = await createPageVisitor().open((await start(social)).url)
  social.runtime.clock.advance({ hours: 24 })
  const nextDay = await visitor.open((await start(social)).url)

  expect(answerOf(again)).toHaveProperty('code')
  expect(answerOf(elsewhere)).toBeUndefined()
  expect(answerOf(nextDay)).toBeUndefined()
})

test('a request for more than was shared before asks again', async ({ social, visitor }) => {
  const { url: little } = await start(social, { scope: 'openid' })
  const page = await visitor.open(little)
  await visitor.submit(page, 'Continue as Ada Lovelace')

  const more = await visitor.open((await start(social)).url)

  expect(page.document.body.textContent).toContain(
    `Going on tells ${brandName} which account it is, nothing else.`,
  )
  expect(answerOf(more)).toBeUndefined()
  expect(buttons(more)).toEqual(['Continue as Ada Lovelace'])
})

test.for([
  ['login', 3],
  ['select_account', 3],
  ['consent', 1],
  ['login consent', 3],
] as const)(
  'prompt=%s shows the page to who is signed in',
  async ([prompt, count], { social, visitor }) => {
    await signIn(social, visitor)

    const page = await visitor.open((await start(social, { prompt })).url)

    expect(answerOf(page)).toBeUndefined()
    expect(buttons(page)).toHaveLength(count)
  },
)

test('prompt=none shows no page, whoever is there', async ({ social, visitor }) => {
  const { url } = await start(social, { prompt: 'none', state: 's', scope: 'openid' })

  const nobody = await visitor.open(url)
  await visitor.submit(
    await visitor.open((await start(social, { scope: 'openid' })).url),
    'Continue as Ada Lovelace',
  )
  const signedIn = await visitor.open(url)
  const unasked = await visitor.open((await start(social, { prompt: 'none', state: 's' })).url)

  expect(answerOf(nobody)).toEqual({ error: 'login_required', state: 's' })
  expect(answerOf(signedIn)).toHaveProperty('code')
  expect(answerOf(unasked)).toEqual({ error: 'consent_required', state: 's' })
})

test.for([
  ['Cancel', { error: 'access_denied' }],
  ['Access denied', { error: 'access_denied' }],
  ['Server error', { error: 'server_error' }],
  ['Temporarily unavailable', { error: 'temporarily_unavailable' }],
] as const)('%s is an answer to the app', async ([button, error], { social, visitor }) => {
  const { url } = await start(social, { state: 'the state' })

  const page = await visitor.submit(await visitor.open(url), button)

  expect(answerOf(page)).toMatchObject({ ...error, state: 'the state' })
  expect(answerOf(page)).not.toHaveProperty('code')
})

test('a code can be made that the token endpoint refuses, and nobody is signed in by it', async ({
  social,
  visitor,
}) => {
  const { configuration, url, checks } = await start(social)
  const button = 'Give a code, then refuse it at the token endpoint'
  const page = await visitor.submit(await visitor.open(url), button)

  const redeeming = client.authorizationCodeGrant(configuration, page.url, checks)

  await expect(redeeming).rejects.toMatchObject({ error: 'invalid_grant', status: 400 })
  const again = await visitor.open((await start(social)).url)
  const account = await visitor.open(`${social.url}/social/google`)
  expect(answerOf(again)).toBeUndefined()
  expect(account.document.body.textContent).toContain('Nobody has shared anything yet.')
})

test('scopes decide what is told', async ({ social, visitor }) => {
  const { configuration, url, checks } = await start(social, { scope: 'openid email' })
  const page = await visitor.submit(await visitor.open(url), 'Continue as Ada Lovelace')

  const tokens = await client.authorizationCodeGrant(configuration, page.url, checks)

  expect(tokens.claims()).toHaveProperty('email')
  expect(tokens.claims()).not.toHaveProperty('name')
  expect(tokens.claims()).not.toHaveProperty('picture')
  expect(tokens.scope).toBe('openid email')
})

test('signing out here ends the session, and stopping to share ends the consent', async ({
  social,
  visitor,
}) => {
  await signIn(social, visitor)
  const account = await visitor.open(`${social.url}/social/google`)

  const after = await visitor.submit(account, 'Stop sharing for Ada Lovelace')
  const asked = await visitor.open((await start(social)).url)
  const signedOut = await visitor.submit(after, 'Sign out')

  expect(account.document.body.textContent).toContain(
    `Ada Lovelace shares name, email address and picture with ${brandName}.`,
  )
  expect(after.document.body.textContent).toContain('Nobody has shared anything yet.')
  expect(buttons(asked)).toEqual(['Continue as Ada Lovelace'])
  expect(signedOut.document.body.textContent).toContain('Nobody is signed in at this browser.')
  expect(visitor.cookies.get('social-google')).toBeUndefined()
})
