import { createRoot } from 'react-dom/client'
import { screen, within } from '@testing-library/react'
import { createMemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { showConfigProblems } from '../../src/app/config-problems.tsx'
import { ConfigError } from '../../src/config/config-error.ts'
import { expectAccessible } from '../support/app/axe.ts'

test('a bad configuration is a list of all that is wrong with it, which everybody can read', async () => {
  document.documentElement.lang = 'en'
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  const error = new ConfigError([
    { kind: 'missing', key: 'region' },
    { kind: 'malformed', key: 'userPoolId', value: 'W'.repeat(80) },
    { kind: 'needed', key: 'identityPoolId', by: 'bucket' },
    { kind: 'other-region', key: 'userPoolId', value: 'eu-west-1_AbCdEfGhI', region: 'us-east-1' },
  ])

  showConfigProblems(error, createMemoryRouter([{ path: '/' }]), root)

  const list = within(await screen.findByRole('alert')).getByRole('list')
  expect(within(list).getAllByText(/region|userPoolId/).length).toBeGreaterThanOrEqual(3)
  expect([...list.children].map(({ tagName }) => tagName)).toEqual(['LI', 'LI', 'LI', 'LI'])
  await expectAccessible()
  root.unmount()
})
