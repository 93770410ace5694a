import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { test } from '../../support/app/signed-in.ts'
import { field, openProfile } from './profile-page.tsx'

test('a first visit is welcomed, and the first save is there on the next one', async ({
  signedIn,
}) => {
  const gets = () => signedIn.s3.seen.filter(({ method }) => method === 'GET')
  const objects = () => gets().filter(({ path }) => path.endsWith('/profile.json'))
  const first = await openProfile()
  await screen.findByText('Welcome.')
  await first.user.type(field('Display name'), 'Ada Lovelace')
  await first.user.type(field('Bio'), 'Analyst')
  await first.user.click(screen.getByRole('button', { name: 'Save profile' }))
  await screen.findByText('Everything is saved')
  first.unmount()
  expect(objects()).toEqual([])

  const second = await openProfile()

  await screen.findByDisplayValue('Ada Lovelace')
  expect(field('Bio')).toHaveProperty('value', 'Analyst')
  expect(screen.queryByText('Welcome.')).toBeNull()
  // Once a tab has seen the profile, it is read without looking for it first.
  second.unmount()
  const before = gets().length
  await openProfile()
  await screen.findByDisplayValue('Ada Lovelace')
  expect(objects()).toHaveLength(2)
  expect(gets()).toHaveLength(before + 1)
})
