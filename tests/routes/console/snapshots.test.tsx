import { configure, screen, waitFor, within } from '@testing-library/react'
import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { createLocalAwsClient } from '../../support/local-aws-client.ts'
import { test } from '../../support/stand-in.ts'
import { openConsole } from './open-console.tsx'

configure({ asyncUtilTimeout: 30_000 })

test('a state is saved, reset, and restored once that was asked for twice', async ({
  standIn,
  cognito,
}) => {
  const ClientId = standIn.config.userPoolClientId
  const Username = 'ada@example.com'
  await cognito.send(new SignUpCommand({ ClientId, Username, Password: 'Correct-horse-1' }))
  const { user } = await openConsole(standIn, '/snapshots')
  await screen.findByText('There are no snapshots yet.')

  await user.type(screen.getByLabelText('Name'), '../x')
  await user.click(screen.getByRole('button', { name: 'Save a snapshot' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^name has to be/)
  await user.clear(screen.getByLabelText('Name'))
  await user.type(screen.getByLabelText('Name'), 'One person')
  await user.click(screen.getByRole('button', { name: 'Save a snapshot' }))
  await screen.findByRole('heading', { name: 'One person' })
  expect(screen.getByText(/1 person · 0 objects/)).toBeTruthy()

  await user.type(screen.getByLabelText('Snapshot of what there is'), 'before')
  await user.click(screen.getByRole('button', { name: 'Save, then reset' }))
  await screen.findByRole('heading', { name: 'before' })
  expect(standIn.outbox).toEqual([])

  const one = within(screen.getByRole('group', { name: 'Snapshot One person' }))
  await user.click(one.getByRole('button', { name: 'Restore' }))
  expect(standIn.outbox).toEqual([])
  expect(document.activeElement?.textContent).toBe('Yes, restore it')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Yes, restore it' }))
  await screen.findByText('One person is restored.')
  expect(standIn.outbox).toHaveLength(1)

  const before = within(screen.getByRole('group', { name: 'Snapshot before' }))
  await user.click(before.getByRole('button', { name: 'Delete' }))
  await user.click(screen.getByRole('button', { name: 'Yes, delete it' }))
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'before' })).toBeNull())
  const aws = createLocalAwsClient(standIn)
  expect((await aws.snapshots.list()).map(({ name }) => name)).toEqual(['One person'])
})
