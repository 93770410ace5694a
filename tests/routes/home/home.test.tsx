import { screen, within } from '@testing-library/react'
import { expect } from 'vitest'
import { brandName } from '../../../src/ui/brand.ts'
import { test } from '../../support/app/app-stand-in.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { openApp } from '../auth/open-app.tsx'

test('says what this is, and leads in', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/')
  const main = await screen.findByRole('main')

  expect(within(main).getByRole('link', { name: 'Create account' })).toHaveProperty(
    'pathname',
    '/sign-up',
  )
  await expectAccessible()
  await user.click(within(main).getByRole('link', { name: 'Sign in' }))

  const heading = await screen.findByRole('heading', { name: 'Sign in' })
  expect(document.activeElement).toBe(heading)
  expect(document.title).toBe(`Sign in · ${brandName}`)
})

test('says that it runs on the local AWS', async ({ standIn }) => {
  await openApp(standIn, '/')

  expect(await screen.findByText('Local AWS')).toBeTruthy()
})

test('skips to the content', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/')
  await screen.findByRole('main')

  await user.tab()
  expect(document.activeElement?.textContent).toBe('Skip to content')
  await user.keyboard('{Enter}')

  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('an address without a page says so, and leads home', async ({ standIn }) => {
  const { user } = await openApp(standIn, '/no/such/page')

  await screen.findByRole('heading', { name: 'There is nothing at this address' })
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Go to the start page' }))

  await screen.findByRole('heading', { name: 'Sign-in that is ready to be yours' })
})
