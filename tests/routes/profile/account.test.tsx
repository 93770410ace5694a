import { readFileSync } from 'node:fs'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, vi } from 'vitest'
import { readAttributes } from '../../../src/auth/attributes/attributes.ts'
import { test } from '../../support/app/signed-in.ts'
import { field, openProfile, retype, save } from './profile-page.tsx'

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

  await save(user)

  await card.findByText('Saved in the user pool.')
  expect(await readAttributes()).toMatchObject({
    values: { 'custom:company': 'Analytical Engines' },
  })
})

test('one button saves the profile and the account, each where it is kept', async ({
  signedIn,
}) => {
  const { user } = await openProfile()
  await (await account()).findByText('verified')
  await retype(user, 'Display name', 'Ada')
  await retype(user, 'Company', 'Analytical Engines')
  expect(screen.getAllByRole('button', { name: /^Save/ })).toHaveLength(1)

  await user.keyboard('{Enter}')

  await screen.findByText('Everything is saved')
  await (await account()).findByText('Saved in the user pool.')
  expect(await readAttributes()).toMatchObject({
    values: { 'custom:company': 'Analytical Engines' },
  })
  const puts = () => signedIn.s3.seen.filter(({ method }) => method === 'PUT').length
  expect(puts()).toBe(1)

  await retype(user, 'Company', 'Difference Engines')
  await save(user)
  await screen.findByText('Everything is saved')
  await vi.waitFor(async () =>
    expect((await readAttributes()).values['custom:company']).toBe('Difference Engines'),
  )
  expect(puts()).toBe(1)
})

test('leaving with an unsaved attribute asks first', async ({ signedIn: _ }) => {
  const { user, router } = await openProfile()
  await (await account()).findByText('verified')
  await retype(user, 'Company', 'Analytical Engines')

  void router.navigate('/')
  await user.click(await screen.findByRole('button', { name: 'Stay here' }))

  expect(field('Company')).toHaveProperty('value', 'Analytical Engines')
})

test('a value that the pool refuses is said beside its field, which keeps it', async ({
  signedIn: _,
}) => {
  const { user } = await openProfile()
  const card = await account()
  await card.findByText('verified')
  await user.click(field('Company'))
  await user.paste('x'.repeat(81))

  await save(user)

  await card.findByRole('link', { name: 'The user pool refused this value for Company.' })
  expect(field('Company').getAttribute('aria-invalid')).toBe('true')
  expect(field('Company')).toHaveProperty('value', 'x'.repeat(81))
})

test('an attribute that the app client may not write is told from an ended session, and left out', async ({
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

  await save(user)

  await card.findByText('This app may not change Company (custom:company).')
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Company' })).toBeNull())
})
