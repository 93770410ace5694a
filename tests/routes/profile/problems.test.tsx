import { readFileSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import { expect } from 'vitest'
import { signOut } from '../../../src/auth/auth-client.ts'
import { readSession } from '../../../src/auth/session/session.ts'
import { valueOf } from '../../../src/retry/repeat.ts'
import { writeObject } from '../../../src/storage/write-object.ts'
import { expiredToken } from '../../support/app/flaky-proxy.ts'
import { signInAs, test } from '../../support/app/signed-in.ts'
import { field, openProfile, retype, save } from './profile-page.tsx'

const template = readFileSync('infra/template.yaml', 'utf8')

function without(action: string): string {
  return template.replace(`                  - ${action}\n`, '')
}

test('a link that is not https is refused beside its field, and nothing is sent', async ({
  signedIn,
}) => {
  const { user } = await openProfile()
  await user.click(screen.getByRole('button', { name: 'Add a link' }))
  await user.keyboard('javascript:alert(1)')

  await save(user)

  const summary = await screen.findByRole('alert')
  expect(document.activeElement).toBe(summary)
  const link = field('Link 1')
  expect(link.getAttribute('aria-invalid')).toBe('true')
  const [description = ''] = (link.getAttribute('aria-describedby') ?? '').split(' ')
  expect(document.getElementById(description)?.textContent).toMatch(/begin with https/)
  expect(signedIn.s3.seen.filter(({ method }) => method === 'PUT')).toEqual([])

  await user.click(within(summary).getByRole('link'))
  expect(document.activeElement).toBe(link)
  await user.clear(link)
  await user.type(link, 'example.com')
  expect(link.getAttribute('aria-invalid')).not.toBe('true')
  await save(user)
  await screen.findByText('Everything is saved')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('two bad links are two errors, which say which', async ({ signedIn: _ }) => {
  const { user } = await openProfile()
  for (const typed of ['http://one.example', 'http://two.example']) {
    await user.click(screen.getByRole('button', { name: 'Add a link' }))
    await user.keyboard(typed)
  }

  await save(user)

  const summary = await screen.findByRole('alert')
  const links = within(summary).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual([
    'Link 1: Only addresses that begin with https:// can be linked.',
    'Link 2: Only addresses that begin with https:// can be linked.',
  ])
  await user.click(links[1]!)
  expect(document.activeElement).toBe(field('Link 2'))
})

test('without the right to write, the right that is missing is named', async ({ signedIn }) => {
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  signedIn.standIn.reload(without('s3:PutObject'))

  await save(user)

  await screen.findByText('AWS does not permit this: s3:PutObject is missing.')
  expect(field('Bio')).toHaveProperty('value', 'Poet')
  signedIn.standIn.reload(template)
  await save(user)
  await screen.findByText('Everything is saved')
})

test('without the right to read, the profile says so and the account is still there', async ({
  signedIn,
}) => {
  await writeObject({
    name: 'profile.json',
    body: '{}',
    contentType: 'application/json',
    replaces: undefined,
  })
  signedIn.standIn.reload(without('s3:GetObject'))

  const { user } = await openProfile({ isComplete: false })

  await screen.findByText('AWS does not permit this: s3:GetObject is missing.')
  await screen.findByText('verified')
  signedIn.standIn.reload(template)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('What is stored as profile.json is no profile and cannot be shown.')
})

test('a busy S3 leaves everything in the form', async ({ signedIn }) => {
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  signedIn.s3.refuseNext('PUT', 3)

  await save(user)

  await screen.findByText(/getting too many requests/)
  expect(field('Bio')).toHaveProperty('value', 'Poet')
  await save(user)
  await screen.findByText('Everything is saved')
})

test('credentials that stay expired lead to a new sign-in and back', async ({ signedIn }) => {
  const { user, unmount } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  signedIn.s3.refuseNext('PUT', 2, expiredToken)

  await save(user)

  const again = await screen.findByRole('link', { name: 'Sign in again' })
  expect(again.getAttribute('href')).toBe('/sign-in?returnTo=%2Fprofile&notice=session-ended')
  await user.click(again)
  await screen.findByText('Sign in')
  unmount()
  expect(readSession()).toBe('signed-out')
  await signInAs(signedIn.person)
  await openProfile()
  expect(field('Bio')).toHaveProperty('value', 'Poet')
})

test('an S3 that cannot be reached says what may be the reason', async ({ signedIn }) => {
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  await signedIn.s3.close()

  await save(user)

  await screen.findByText('AWS cannot be reached.')
  expect(field('Bio')).toHaveProperty('value', 'Poet')
})

test('links from S3 that could run a script are not shown, and the rest is', async ({
  signedIn: _,
}) => {
  const stored = {
    version: 1,
    revision: 'r',
    updatedAt: '',
    displayName: '<img src=x onerror=alert(1)>',
    bio: '',
    links: ['javascript:alert(1)', 'https://example.com/'],
    picture: null,
  }
  await writeObject({
    name: 'profile.json',
    body: JSON.stringify(stored),
    contentType: 'application/json',
    replaces: undefined,
  })

  await openProfile()

  await screen.findByText('A part of what is stored cannot be shown: Links.')
  const preview = within(screen.getByRole('region', { name: 'Preview' }))
  expect(preview.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'https://example.com/',
  ])
  expect(preview.getByText('<img src=x onerror=alert(1)>').tagName).toBe('H2')
})

test('signing out while the profile loads ends the loading, and nothing is said of it', async ({
  signedIn: { standIn },
}) => {
  let revoke = () => {}
  const revoked = new Promise<void>((resolve) => (revoke = resolve))
  const answers: string[] = []
  const asked = new Promise<void>((resolve) => {
    standIn.intercept(async (request, next) => {
      const operation = request.headers.get('x-amz-target')?.split('.')[1] ?? ''
      const isLate = operation === 'GetCredentialsForIdentity'
      if (isLate) {
        resolve()
        await revoked
      }
      const answer = await next(request)
      answers.push(`${operation}: ${answer.status}`)
      return answer
    })
  })
  const outcome = outcomeOf('GetCredentialsForIdentity')
  await openProfile({ isComplete: false })
  await asked

  await signOut()
  revoke()

  expect(await outcome).toBe('SignedOutError')
  expect(answers).toContain('RevokeToken: 200')
  expect(screen.queryByRole('alert')).toBeNull()
})

/** What the page's own request for an operation comes to. */
function outcomeOf(operation: string): Promise<string> {
  const fetch = window.fetch.bind(window)
  return new Promise((resolve) => {
    window.fetch = async (input, init) => {
      const target = new Headers(init?.headers).get('x-amz-target')
      if (!target?.endsWith(operation)) return fetch(input, init)
      const [outcome] = await Promise.allSettled([fetch(input, init)])
      resolve(outcome.status === 'fulfilled' ? String(outcome.value.status) : nameOf(outcome))
      return valueOf(outcome)
    }
  })
}

function nameOf({ reason }: PromiseRejectedResult): string {
  return reason instanceof Error ? reason.name : String(reason)
}
