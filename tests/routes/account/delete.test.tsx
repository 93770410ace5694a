import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { screen, waitFor } from '@testing-library/react'
import * as amplify from 'aws-amplify/auth'
import { list, uploadData } from 'aws-amplify/storage'
import { afterEach, expect, vi } from 'vitest'
import { readSession } from '../../../src/auth/session/session.ts'
import { signingClient } from '../../support/iam/administrator.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { test, type SignedIn } from '../../support/app/signed-in.ts'
import { openApp, press, problemText, type User } from '../auth/open-app.tsx'
import { openAt, rowOf } from './open-account.tsx'

afterEach(() => {
  window.localStorage.clear()
  window.sessionStorage.clear()
})

const page = ['/delete', 'Delete your account'] as const

async function keepFiles(count: number): Promise<void> {
  const names = Array.from({ length: count }, (_one, index) => `${index}.txt`)
  await Promise.all(
    names.map((name) => {
      const path = ({ identityId }: { identityId?: string }) => `users/${identityId}/${name}`
      return uploadData({ path, data: 'kept' }).result
    }),
  )
}

async function filesLeft(): Promise<number> {
  const path = ({ identityId }: { identityId?: string }) => `users/${identityId}/`
  const { items } = await list({ path, options: { listAll: true } })
  return items.length
}

/** Whether the pool has the user still. */
async function isThere({ standIn, person }: SignedIn): Promise<boolean> {
  const { administrator, config, url } = standIn
  const admin = signingClient(url, administrator, config.region)
  const asked = admin.send(
    new AdminGetUserCommand({ UserPoolId: config.userPoolId, Username: person.email }),
  )
  const answer = await asked.catch((error: unknown) => (error as Error).name)
  admin.destroy()
  return answer !== 'UserNotFoundException'
}

async function agree(user: User): Promise<void> {
  await user.click(await screen.findByLabelText('I know that nothing brings it back'))
}

test('files go first, then the user, and home says that it is done', async ({ signedIn }) => {
  await keepFiles(8)
  const { user, router } = await openAt(signedIn.standIn, ...page)
  expect(rowOf(/^Your files/).textContent).toContain('8 files')
  await expectAccessible()

  await press(user, 'Delete my account')
  expect(await problemText()).toContain('Tick the box, to show that you mean it.')
  expect(await isThere(signedIn)).toBe(true)
  await agree(user)
  await press(user, 'Delete my account')

  await screen.findByText('Your account is deleted.')
  expect(router.state.location.pathname).toBe('/')
  expect(readSession()).toBe('signed-out')
  expect(await isThere(signedIn)).toBe(false)
  const removed = signedIn.s3.seen.filter(({ method }) => method === 'DELETE')
  expect(new Set(removed.map(({ path }) => path)).size).toBe(8)
})

test('while a file cannot be deleted the account stays, and deleting goes on from there', async ({
  signedIn,
}) => {
  await keepFiles(3)
  const { user, unmount } = await openAt(signedIn.standIn, ...page)
  signedIn.s3.refuseNext('DELETE', 1, { status: 403, code: 'AccessDenied' })
  await agree(user)
  await press(user, 'Delete my account')

  expect(await problemText()).toContain('so your account is still there')
  expect(await isThere(signedIn)).toBe(true)
  expect(await filesLeft()).toBe(1)
  unmount()
  const again = await openAt(signedIn.standIn, ...page)
  await screen.findByText(/^Deleting was cut off/)
  expect(rowOf(/^Your files/).textContent).toContain('1 file')
  await agree(again.user)
  await press(again.user, 'Delete my account')

  await screen.findByText('Your account is deleted.')
  expect(await isThere(signedIn)).toBe(false)
})

test('files that cannot be deleted at all are left behind for who says so', async ({
  signedIn,
}) => {
  await keepFiles(1)
  const { user } = await openAt(signedIn.standIn, ...page)
  expect(screen.queryByRole('button', { name: /without its files/ })).toBeNull()
  signedIn.s3.refuseNext('DELETE', 1, { status: 403, code: 'AccessDenied' })
  await agree(user)
  await press(user, 'Delete my account')
  await press(user, 'Delete the account without its files')

  await screen.findByText('Your account is deleted.')
  expect(await isThere(signedIn)).toBe(false)
})

test('an answer that was lost has deleted the user all the same', async ({ signedIn }) => {
  const { user } = await openAt(signedIn.standIn, ...page)
  const send = window.fetch
  window.fetch = async (input, init) => {
    const response = await send(input, init)
    const target = new Headers(init?.headers).get('x-amz-target') ?? ''
    if (!target.endsWith('.DeleteUser')) return response
    window.fetch = send
    throw new TypeError('Failed to fetch')
  }
  await agree(user)
  await press(user, 'Delete my account')
  expect(await problemText()).toContain('Cognito cannot be reached.')

  await press(user, 'Delete my account')

  await screen.findByText('Your account is deleted.')
  expect(readSession()).toBe('signed-out')
})

test('where there is no place for files the user alone goes', async ({ signedIn }) => {
  const options = { config: { bucket: undefined, identityPoolId: undefined } }
  const { user } = await openAt(signedIn.standIn, ...page, options)
  expect(rowOf(/^Your files/).textContent).toContain('This app has no place for files.')
  await agree(user)
  await press(user, 'Delete my account')

  await screen.findByText('Your account is deleted.')
  expect(await isThere(signedIn)).toBe(false)
})

test('an old sign-in is proved anew first, and nothing of the page is shown before', async ({
  signedIn,
}) => {
  // The clock of the local AWS goes by this one.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
  const { router } = await openApp(signedIn.standIn, '/account/delete')

  await screen
    .findByRole('heading', { name: 'Confirm that it is you', level: 1 })
    .finally(() => vi.useRealTimers())

  expect(router.state.location.search).toBe('?returnTo=%2Faccount%2Fdelete')
  await waitFor(async () => expect((await amplify.fetchAuthSession()).tokens).toBeDefined())
})
