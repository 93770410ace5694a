import { readFileSync } from 'node:fs'
import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { readAttributes } from '../../../src/auth/attributes/attributes.ts'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import type { AppConfig } from '../../../src/config/app-config.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { signInAs, test as base, type SignedIn } from '../../support/app/signed-in.ts'
import { field, openProfile, retype } from './profile-page.tsx'

interface Fixtures {
  /** Ada, signed in where the configuration names neither an identity pool nor a bucket. */
  poolOnly: SignedIn
}

const test = base.extend<Fixtures>({
  poolOnly: async ({ signedIn }, use) => {
    const { identityPoolId: _, bucket: __, ...config } = signedIn.standIn.config
    await configure(config)
    await use(signedIn)
  },
})

async function configure(config: AppConfig) {
  provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
  await loadAuth()
}

async function openAccount() {
  const opened = await openProfile({ isComplete: false })
  const card = within(await screen.findByRole('region', { name: 'Account' }))
  return {
    ...opened,
    card,
    save: () => opened.user.click(card.getByRole('button', { name: 'Save' })),
  }
}

/** As a pool that was made by hand: no attribute of its own, and a client that may write the rest. */
function withoutCompany({ standIn }: SignedIn) {
  const template = readFileSync('infra/template.yaml', 'utf8')
  const between = (from: string, to: string) =>
    template.slice(template.indexOf(from), template.indexOf(to))
  editTemplate(
    standIn,
    [between('        - Name: company\n', "        # A provider's own id"), ''],
    [between('      # Every attribute behind', '  UserPoolDomain:\n'), ''],
  )
}

test('without an identity pool and a bucket the page says so, and asks neither of them', async ({
  poolOnly,
}) => {
  const { card } = await openAccount()

  await screen.findByText(
    'Pictures, a bio and links need an identity pool and a bucket; this app has neither.',
  )
  expect(screen.getByText(/set identityPoolId and bucket in its configuration/)).not.toBeNull()
  expect(card.getByText('verified')).not.toBeNull()
  expect(screen.queryByRole('button', { name: /picture/ })).toBeNull()
  expect(screen.queryByRole('textbox', { name: 'Bio' })).toBeNull()
  expect(poolOnly.s3.seen).toEqual([])
})

test('an identity pool alone is not enough: the bucket is missing', async ({ signedIn }) => {
  const { bucket: _, ...config } = signedIn.standIn.config
  await configure(config)

  await openAccount()

  await screen.findByText(
    'Pictures, a bio and links need an identity pool and a bucket; this app has no bucket.',
  )
  expect(screen.getByText(/set bucket in its configuration/)).not.toBeNull()
  expect(signedIn.s3.seen).toEqual([])
})

test('name and company are kept by the user pool, and shown as they are typed', async ({
  poolOnly: _,
}) => {
  const { user, card, save } = await openAccount()
  await retype(user, 'Name', '  Ada Lovelace ')
  await retype(user, 'Company', 'Analytical Engines')

  expect(
    within(screen.getByRole('region', { name: 'Preview' })).getByRole('heading'),
  ).toHaveProperty('textContent', 'Ada Lovelace')
  await save()

  await card.findByText('Saved in the user pool.')
  expect(await readAttributes()).toMatchObject({
    values: { name: 'Ada Lovelace', 'custom:company': 'Analytical Engines' },
  })
})

test('of two values the one that is refused is named, and the other is saved', async ({
  poolOnly: _,
}) => {
  const { user, card, save } = await openAccount()
  await retype(user, 'Name', 'Ada Lovelace')
  await retype(user, 'Company', 'x'.repeat(81))

  await save()

  await card.findByRole('link', { name: 'The user pool refused this value for Company.' })
  expect(field('Name').getAttribute('aria-invalid')).not.toBe('true')
  expect(await readAttributes()).toMatchObject({
    values: { name: 'Ada Lovelace', 'custom:company': '' },
  })
})

test('a pool without the custom attribute keeps the name, and is not asked for more', async ({
  poolOnly,
}) => {
  withoutCompany(poolOnly)
  const { user, card, save, unmount } = await openAccount()
  await retype(user, 'Name', 'Ada Lovelace')
  await retype(user, 'Company', 'Analytical Engines')

  await save()

  await card.findByText(/^This user pool does not keep Company \(custom:company\)/)
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Company' })).toBeNull())
  expect(await readAttributes()).toMatchObject({ values: { name: 'Ada Lovelace' } })

  unmount()
  const again = await openAccount()
  await again.card.findByText('Not kept by this user pool, and so not asked for: Company.')
  expect(field('Name')).toHaveProperty('value', 'Ada Lovelace')
  expect(screen.queryByRole('textbox', { name: 'Company' })).toBeNull()

  await again.user.click(again.card.getByRole('button', { name: 'Ask again' }))
  expect(field('Company')).toHaveProperty('value', '')
})

test('what is typed and not saved survives a new sign-in, and leaving asks first', async ({
  poolOnly,
}) => {
  const { user, router, unmount } = await openAccount()
  await retype(user, 'Name', 'Ada Lovelace')

  void router.navigate('/')
  await user.click(await screen.findByRole('button', { name: 'Stay here' }))
  unmount()
  await signInAs(poolOnly.person).catch(() => undefined)
  const again = await openAccount()

  await again.card.findByText('Your unsaved changes from before are back.')
  expect(field('Name')).toHaveProperty('value', 'Ada Lovelace')
  await again.user.click(again.card.getByRole('button', { name: 'Discard changes' }))
  expect(field('Name')).toHaveProperty('value', '')
})
