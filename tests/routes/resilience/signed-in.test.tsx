import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { readSession } from '../../../src/auth/session/session.ts'
import { test } from '../../support/app/signed-in.ts'
import { createLocalAwsClient, type FaultRule } from '../../support/local-aws-client.ts'
import { field, openProfile, retype, save } from '../profile/profile-page.tsx'

const saving: readonly (readonly [name: string, rule: FaultRule])[] = [
  ['a throttled write', { kind: 'throttle', service: 's3', operation: 'PutObject' }],
  ['a write that fails', { kind: 'error', service: 's3', operation: 'PutObject' }],
  [
    'a connection that breaks',
    { kind: 'cut-off', service: 's3', operation: 'PutObject', isAfter: false },
  ],
  ['an answer that is lost', { kind: 'cut-off', service: 's3', operation: 'PutObject' }],
]

// Waits are anywhere from nothing, so that they are nothing here.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0))
afterEach(() => vi.restoreAllMocks())

test.for(saving)(
  '%s keeps the form and the session, and the next save makes one profile',
  async ([, rule], { signedIn: { standIn } }) => {
    const aws = createLocalAwsClient(standIn)
    const { user } = await openProfile()
    await retype(user, 'Bio', 'Poet')
    await aws.faults.add(rule)

    await save(user)

    await screen.findByRole('alert')
    expect(field('Bio')).toHaveProperty('value', 'Poet')
    expect(readSession()).toBe('signed-in')
    await aws.faults.clear()
    await save(user)
    await screen.findByText('Everything is saved')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(await profilesOf(standIn)).toHaveLength(1)
  },
)

test.for([
  ['throttled credentials', { kind: 'throttle', service: 'cognito-identity' }],
  ['credentials that fail', { kind: 'error', service: 'cognito-identity' }],
  ['a throttled S3', { kind: 'throttle', service: 's3' }],
  ['an S3 that fails', { kind: 'error', service: 's3' }],
  ['an S3 whose connections break', { kind: 'cut-off', service: 's3' }],
] as readonly (readonly [string, FaultRule])[])(
  '%s leave a profile page that says so, and the session',
  async ([, rule], { signedIn: { standIn } }) => {
    const aws = createLocalAwsClient(standIn)
    await aws.faults.add(rule)

    const { unmount } = await openProfile({ isComplete: false })
    await screen.findByRole('alert')
    await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull())
    expect(readSession()).toBe('signed-in')
    unmount()

    await aws.faults.clear()
    await openProfile()
  },
)

async function profilesOf(
  standIn: Parameters<typeof createLocalAwsClient>[0] & { config: { bucket?: string } },
) {
  const headers = { authorization: `Bearer ${standIn.adminToken}` }
  const list = async (prefix: string) => {
    const path = `${standIn.url}/_local/buckets/${standIn.config.bucket}?prefix=${prefix}`
    return (await (await fetch(path, { headers })).json()) as {
      folders: string[]
      objects: { key: string }[]
    }
  }
  const { folders } = await list('users/')
  const all = await Promise.all(folders.map(list))
  return all.flatMap(({ objects }) => objects.filter(({ key }) => key.endsWith('profile.json')))
}
