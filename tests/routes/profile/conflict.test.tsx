import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import type { Version } from '../../../src/profile/editing.ts'
import { emptyProfile, type Profile } from '../../../src/profile/profile.ts'
import { openProfileChannel } from '../../../src/routes/profile/profile-channel.ts'
import { readProfile, saveProfile } from '../../../src/routes/profile/profile-store.ts'
import { readOwner } from '../../../src/auth/attributes/attributes.ts'
import { test } from '../../support/app/signed-in.ts'
import { field, openProfile, retype, save } from './profile-page.tsx'

const ada: Profile = { ...emptyProfile, displayName: 'Ada', bio: 'Analyst' }

async function stored(profile: Profile = ada): Promise<Version> {
  const base = (await readProfile()).version
  return (await saveProfile(base, profile)).version
}

test('the second to save sees both versions, and nothing is written until the choice', async ({
  signedIn: _,
}) => {
  await stored()
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  const theirs = await stored({ ...ada, bio: 'Countess', displayName: 'Ada King' })

  await save(user)

  const panel = await screen.findByRole('alert')
  expect(panel.textContent).toContain('Your profile was changed elsewhere')
  expect(panel.textContent).toContain('Here, not savedPoet')
  expect(panel.textContent).toContain('Saved elsewhereCountess')
  expect(panel.textContent).toContain('kept in any case: Display name')
  expect(document.activeElement?.textContent).toBe('Your profile was changed elsewhere')
  expect(field('Bio')).toHaveProperty('value', 'Poet')
  expect((await readProfile()).version).toEqual(theirs)
})

test('keeping mine saves it, with what only the other one changed', async ({ signedIn: _ }) => {
  await stored()
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  await stored({ ...ada, bio: 'Countess', displayName: 'Ada King' })
  await save(user)

  await user.click(await screen.findByRole('button', { name: 'Keep mine and save' }))

  await screen.findByText('Everything is saved')
  expect(field('Display name')).toHaveProperty('value', 'Ada King')
  const { profile } = (await readProfile()).version
  expect(profile).toEqual({ ...ada, bio: 'Poet', displayName: 'Ada King' })
})

test('where both have saved the same there is nothing to choose: it is saved', async ({
  signedIn: _,
}) => {
  await stored()
  const { user } = await openProfile()
  await retype(user, 'Bio', ' Poet')
  const theirs = await stored({ ...ada, bio: 'Poet' })

  await save(user)

  await screen.findByText('Everything is saved')
  expect(screen.queryByRole('alert')).toBeNull()
  expect((await readProfile()).version).toEqual(theirs)
})

test('what both have changed to the same is not among what is to be chosen', async ({
  signedIn: _,
}) => {
  await stored()
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  await retype(user, 'Display name', 'Ada King')
  await stored({ ...ada, bio: 'Poet', displayName: 'Countess' })

  await save(user)

  const panel = await screen.findByRole('alert')
  expect(panel.textContent).toContain('Saved elsewhereCountess')
  expect(panel.textContent).not.toContain('Poet')
})

test('taking theirs shows it, and leaves it as it is', async ({ signedIn: _ }) => {
  await stored()
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  const theirs = await stored({ ...ada, bio: 'Countess' })
  await save(user)

  await user.click(await screen.findByRole('button', { name: 'Take what was saved elsewhere' }))

  expect(field('Bio')).toHaveProperty('value', 'Countess')
  expect(screen.queryByRole('alert')).toBeNull()
  expect((await readProfile()).version).toEqual(theirs)
})

test('another tab that saves is heard of at once; what is being typed keeps its focus', async ({
  signedIn: _,
}) => {
  await stored()
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Poet')
  const theirs = await stored({ ...ada, bio: 'Countess' })
  const otherTab = openProfileChannel((await readOwner()).sub, () => undefined)

  otherTab.tell(theirs)

  await screen.findByText('Your profile was changed elsewhere')
  expect(document.activeElement).toBe(field('Bio'))
  expect(field('Bio')).toHaveProperty('value', 'Poet')
  otherTab.close()
})

test('a form that nobody is typing in follows the other tab', async ({ signedIn: _ }) => {
  await stored()
  await openProfile()
  const theirs = await stored({ ...ada, bio: 'Countess' })
  const otherTab = openProfileChannel((await readOwner()).sub, () => undefined)

  otherTab.tell(theirs)

  await waitFor(() => expect(field('Bio')).toHaveProperty('value', 'Countess'))
  await screen.findByText('This profile was just changed elsewhere, and is up to date again.')
  otherTab.close()
})
