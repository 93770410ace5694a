import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import { endSession } from '../../../src/auth/session/end-session.ts'
import { forgetSession } from '../../../src/auth/session/session.ts'
import { signInAs, test } from '../../support/app/signed-in.ts'
import { field, openProfile, retype, save } from './profile-page.tsx'

test('what was typed is there again after a new sign-in', async ({ signedIn }) => {
  const first = await openProfile()
  await retype(first.user, 'Bio', 'Half a sentence')
  first.unmount()
  // As Amplify does when a refresh is refused: the tokens go, and nobody has signed out.
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith('CognitoIdentityServiceProvider.'))
    .forEach((key) => sessionStorage.removeItem(key))
  await signInAs(signedIn.person)

  await openProfile()

  await screen.findByText('Your unsaved changes from before are back.')
  expect(field('Bio')).toHaveProperty('value', 'Half a sentence')
})

test('of the account, too, what was typed is there again, beside the profile’s', async ({
  signedIn,
}) => {
  const first = await openProfile()
  await retype(first.user, 'Company', 'Analytical Engines')
  await retype(first.user, 'Bio', 'Half a sentence')
  first.unmount()
  endSession()
  await signInAs(signedIn.person)

  const second = await openProfile()

  await screen.findByDisplayValue('Analytical Engines')
  expect(field('Bio')).toHaveProperty('value', 'Half a sentence')
  await save(second.user)
  await screen.findByText('Everything is saved')
  second.unmount()
  await openProfile()
  await screen.findByDisplayValue('Analytical Engines')
  expect(screen.queryByText('Your unsaved changes from before are back.')).toBeNull()
})

test('signing out drops it', async ({ signedIn }) => {
  const first = await openProfile()
  await retype(first.user, 'Bio', 'Half a sentence')
  first.unmount()
  forgetSession()
  await signInAs(signedIn.person)

  await openProfile()

  expect(field('Bio')).toHaveProperty('value', '')
})

test('leaving with unsaved changes asks first', async ({ signedIn: _ }) => {
  const { user, router } = await openProfile()
  await retype(user, 'Bio', 'Half a sentence')

  void router.navigate('/')
  await user.click(await screen.findByRole('button', { name: 'Stay here' }))
  expect(field('Bio')).toHaveProperty('value', 'Half a sentence')

  void router.navigate('/')
  await user.click(await screen.findByRole('button', { name: 'Leave without saving' }))
  await screen.findByText('Home')
})

test('leaving asks nothing when everything is saved, or when the way leads to sign in', async ({
  signedIn: _,
}) => {
  const first = await openProfile()
  await retype(first.user, 'Bio', 'A whole sentence')
  void first.router.navigate('/sign-in')
  await screen.findByText('Sign in')
  first.unmount()

  const { user, router } = await openProfile()
  await save(user)
  await screen.findByText('Everything is saved')
  void router.navigate('/')

  await screen.findByText('Home')
})

test('discarding goes back to what is stored', async ({ signedIn: _ }) => {
  const { user } = await openProfile()
  await retype(user, 'Bio', 'Half a sentence')

  await user.click(screen.getByRole('button', { name: 'Discard changes' }))

  expect(field('Bio')).toHaveProperty('value', '')
})
