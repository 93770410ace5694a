import { readFileSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import { expect } from 'vitest'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { readAttributes } from '../../../src/auth/attributes.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import { test } from '../../support/signed-in.ts'
import { field, openProfile, retype } from './profile-page.tsx'

const template = readFileSync('infra/template.yaml', 'utf8')

async function account() {
  return within(await screen.findByRole('region', { name: 'Account' }))
}

test('the account shows what the user pool keeps, and says so', async ({ signedIn: _ }) => {
  await openProfile()

  const card = await account()
  await card.findByText('verified')
  expect(card.getByText('In the user pool')).not.toBeNull()
  expect(screen.getByText('ada', { exact: false, selector: 'dd' }).textContent).toContain(
    'ada@example.com',
  )
})

test('the custom attribute is saved in the user pool', async ({ signedIn: _ }) => {
  const { user } = await openProfile()
  const card = await account()
  await card.findByText('verified')
  await retype(user, 'Company', 'Analytical Engines')

  await user.click(card.getByRole('button', { name: 'Save' }))

  await card.findByText('Saved in the user pool.')
  expect(await readAttributes()).toMatchObject({ custom: 'Analytical Engines' })
})

test('leaving with an unsaved attribute asks first', async ({ signedIn: _ }) => {
  const { user, router } = await openProfile()
  await (await account()).findByText('verified')
  await retype(user, 'Company', 'Analytical Engines')

  void router.navigate('/')
  await user.click(await screen.findByRole('button', { name: 'Stay here' }))

  expect(field('Company')).toHaveProperty('value', 'Analytical Engines')
})

test('a value that the pool refuses is said to be refused', async ({ signedIn: _ }) => {
  const { user } = await openProfile()
  const card = await account()
  await card.findByText('verified')
  await user.click(field('Company'))
  await user.paste('x'.repeat(81))

  await user.click(card.getByRole('button', { name: 'Save' }))

  await card.findByText('The user pool refused this value.')
})

test('an attribute that the app client may not write is told from an ended session', async ({
  signedIn,
}) => {
  const { user } = await openProfile()
  const card = await account()
  await card.findByText('verified')
  const [reading = '', writing = ''] = template.split('      WriteAttributes:')
  signedIn.standIn.reload(
    `${reading}      WriteAttributes:${writing.replace('        - custom:company\n', '')}`,
  )
  await retype(user, 'Company', 'Analytical Engines')

  await user.click(card.getByRole('button', { name: 'Save' }))

  await card.findByText('This app may not change the attribute.')
})

test('without an identity pool and a bucket the account is all there is', async ({ signedIn }) => {
  const { identityPoolId: _, bucket: __, ...config } = signedIn.standIn.config
  provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
  await loadAuth()

  await openProfile({ isComplete: false })

  await screen.findByText('This app has no place to keep a profile.')
  await (await account()).findByText('verified')
  expect(screen.queryByRole('textbox', { name: 'Bio' })).toBeNull()
  expect(signedIn.s3.seen).toEqual([])
})
