import { render, screen } from '@testing-library/react'
import { afterEach, expect, vi } from 'vitest'
import { BusyNote } from '../../../src/app/busy-note.tsx'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import { words } from '#words/words'
import { test } from '../../support/app/signed-in.ts'
import { openProfile } from './profile-page.tsx'

afterEach(() => vi.restoreAllMocks())

/** The next calls of an operation are answered as Cognito does when too many ask. */
function throttle(operation: string, times: number): () => number {
  const original = window.fetch.bind(window)
  let left = times
  window.fetch = (input, init) => {
    const target = new Headers(init?.headers).get('x-amz-target') ?? ''
    if (!target.endsWith(`.${operation}`) || left === 0) return original(input, init)
    left -= 1
    return Promise.resolve(Response.json({ __type: 'TooManyRequestsException' }, { status: 400 }))
  }
  return () => left
}

test('a page that AWS has no time for waits, says so, and is there in the end', async ({
  signedIn,
}) => {
  vi.spyOn(Math, 'random').mockReturnValue(0.2)
  const left = throttle('GetId', 2)
  // Amplify's configuration comes after, so that what paces the calls stands before the throttle.
  const { config } = signedIn.standIn
  provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
  await loadAuth()
  render(<BusyNote />)

  const opening = openProfile()
  const note = await screen.findByText(words.busy)
  expect(note.getAttribute('role')).toBe('status')
  await opening

  expect(screen.queryByText(words.busy)).toBeNull()
  expect(left()).toBe(0)
})
