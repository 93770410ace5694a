import { configure, screen, within } from '@testing-library/react'
import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { test } from '../../support/stand-in.ts'
import { openConsole } from './open-console.tsx'

configure({ asyncUtilTimeout: 30_000 })

test('triggers show what they were called with and what they answered, as it happens', async ({
  standIn,
  cognito,
}) => {
  const { user } = await openConsole(standIn, '/triggers')
  await screen.findByText('Live')
  expect(screen.getByText('None was called yet.')).toBeTruthy()
  expect(screen.getByRole('region', { name: 'What the pools have' }).textContent).toContain(
    'PreSignUp',
  )

  await cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: 'ada@example.com',
      Password: 'Correct-horse-1',
      ValidationData: [
        { Name: 'oldPassword', Value: 'Difference-Engine-1822' },
        { Name: 'team', Value: 'engines' },
      ],
    }),
  )

  const heading = await screen.findByRole('heading', { name: 'PreSignUp_SignUp' })
  const run = within(heading.closest('li')!)
  expect(await run.findByText('Answered')).toBeTruthy()
  await user.click(run.getByText('Event and answer'))
  expect(document.body.textContent).toContain('engines')
  expect(document.body.textContent).not.toContain('Difference-Engine')
  expect(document.body.textContent).toContain('autoConfirmUser')
  await expectAccessible()
})
