import { configure, screen, waitFor, within } from '@testing-library/react'
import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { createLocalAwsClient } from '../../support/local-aws-client.ts'
import { test } from '../../support/stand-in.ts'
import { openConsole } from './open-console.tsx'

configure({ asyncUtilTimeout: 30_000 })

test('the clock goes forward by a step, by an amount, to the next end of anything, and back', async ({
  standIn,
  cognito,
}) => {
  const aws = createLocalAwsClient(standIn)
  const { user } = await openConsole(standIn, '/clock')
  expect(screen.getByText('As on this computer.')).toBeTruthy()

  await user.click(screen.getByRole('button', { name: '+ 1 day' }))
  await screen.findByText('1 day ahead of this computer.')
  await user.clear(screen.getByLabelText('Or by'))
  await user.type(screen.getByLabelText('Or by'), '1.5')
  await user.selectOptions(screen.getByLabelText('Unit'), 'hours')
  await user.click(screen.getByRole('button', { name: 'Move the clock' }))
  await screen.findByText('1 day, 1 hour ahead of this computer.')
  expect(await aws.clock.read()).toMatchObject({ offsetSeconds: 86_400 + 5400 })
  await expectAccessible()

  await user.click(screen.getByRole('button', { name: 'Go to the next expiry' }))
  await screen.findByText('Nothing is alive that ends by itself.')
  const { userPoolClientId: ClientId } = standIn.config
  await cognito.send(
    new SignUpCommand({ ClientId, Username: 'ada@example.com', Password: 'Correct-horse-1' }),
  )
  await user.click(screen.getByRole('button', { name: 'Go to the next expiry' }))
  await screen.findByText('The clock is at the end of a sign-in that was begun.')

  await user.click(screen.getByRole('button', { name: 'Set it back' }))
  await screen.findByText('As on this computer.')
  expect(await aws.clock.read()).toMatchObject({ offsetSeconds: 0 })
})

test('a fault of the guide and one of one’s own go wrong until they are taken off', async ({
  standIn,
}) => {
  const aws = createLocalAwsClient(standIn)
  const { user } = await openConsole(standIn, '/faults')
  const current = within(screen.getByRole('region', { name: 'What goes wrong now' }))
  expect(current.getByText(/Nothing/)).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'CORS errors in browser applications' }))
  await waitFor(() => expect(current.getAllByRole('listitem')).toHaveLength(1))
  await user.selectOptions(screen.getByLabelText('What goes wrong'), 'Slow')
  await user.selectOptions(screen.getByLabelText('Service'), 'S3')
  await user.type(screen.getByLabelText('Operation'), 'GetObject')
  await user.type(screen.getByLabelText('Share in %'), '25')
  await user.type(screen.getByLabelText('How many times'), '3')
  await user.type(screen.getByLabelText('Milliseconds'), '5')
  await user.click(screen.getByRole('button', { name: 'Have it go wrong' }))

  await waitFor(() => expect(current.getAllByRole('listitem')).toHaveLength(2))
  expect(await aws.faults.list()).toMatchObject([
    { kind: 'no-cors', share: 1 },
    { kind: 'slow', service: 's3', operation: 'GetObject', delayMs: 5, share: 0.25, times: 3 },
  ])
  expect(current.getAllByRole('listitem')[1]!.textContent).toContain(
    'S3 · GetObject · after 5 ms · 25 % · at most 3 · met 0 requests',
  )
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: /^Take off: Slow/ }))
  await waitFor(() => expect(current.getAllByRole('listitem')).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Take all off' }))
  await current.findByText(/Nothing/)
  expect(await aws.faults.list()).toEqual([])
})

test('a fault that cannot be is refused in words, and what was typed stays', async ({
  standIn,
}) => {
  const { user } = await openConsole(standIn, '/faults')

  await user.selectOptions(screen.getByLabelText('Service'), 'STS')
  await user.type(screen.getByLabelText('Operation'), 'AssumeRole')
  await user.click(screen.getByRole('button', { name: 'Have it go wrong' }))

  await screen.findByText(/sts names its operation in the body/)
  expect(screen.getByLabelText<HTMLInputElement>('Operation').value).toBe('AssumeRole')
})
