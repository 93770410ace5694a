import { configure, screen, waitFor, within } from '@testing-library/react'
import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { test } from '../../support/stand-in.ts'
import { openConsole } from './open-console.tsx'

configure({ asyncUtilTimeout: 30_000 })

const Username = 'ada@example.com'
const Password = 'Correct-horse-1'

test('the log shows requests as they are answered, and finds what failed', async ({
  standIn,
  cognito,
}) => {
  const { userPoolClientId: ClientId } = standIn.config
  const { user } = await openConsole(standIn, '/requests')
  await screen.findByText('Live')
  expect(screen.getByText(/Nothing has been asked yet/)).toBeTruthy()

  await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  await cognito
    .send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: '000000' }))
    .catch(() => undefined)

  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
  const [failed, first] = screen.getAllByRole('listitem')
  expect(failed!.textContent).toMatch(
    /ConfirmSignUp.*400 CodeMismatchException.*\d+ ms.*aws-sdk-js/,
  )
  expect(first!.textContent).toMatch(/SignUp.*200/)
  await user.click(screen.getByLabelText('Only what failed'))
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await user.selectOptions(screen.getByLabelText('Service'), 'S3')
  expect(screen.getByText('No request matches.')).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Forget them' }))
  await screen.findByText('The requests are forgotten.')
  await user.selectOptions(screen.getByLabelText('Service'), 'all of them')
  await user.click(screen.getByLabelText('Only what failed'))
  await waitFor(() => expect(screen.getByRole('listitem').textContent).toContain('DELETE'))
})

test('a request opens masked, in the picture of what the same sender did', async ({
  standIn,
  cognito,
}) => {
  const { userPoolClientId: ClientId } = standIn.config
  await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  const ConfirmationCode = standIn.outbox[0]!.code
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  await callLocalApi(standIn, '/_local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"offsetSeconds": 60}',
  })
  await cognito
    .send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: 'Not-the-password-1' },
      }),
    )
    .catch(() => undefined)
  const [{ userAgent }] = (await (await callLocalApi(standIn, '/_local/requests')).json()) as [
    { userAgent: string },
  ]
  // What its page is made of is no step.
  const icon = new URL('/managed-login/icon.svg', standIn.url)
  await fetch(icon, { headers: { 'user-agent': userAgent } })
  const { user } = await openConsole(standIn, '/requests')

  await user.click(await screen.findByRole('link', { name: 'SignUp' }))

  await screen.findByRole('heading', { name: 'SignUp', level: 1 })
  expect(document.title).toBe('SignUp – Local AWS')
  expect(document.body.textContent).toContain(Username)
  expect(document.body.textContent).not.toContain(Password)
  expect(document.body.textContent).not.toContain(ConfirmationCode)
  const checks = within(screen.getByRole('region', { name: 'What the server checked' }))
  for (const item of checks.getAllByRole('listitem')) expect(item.textContent).toMatch(/ passed/)
  const picture = within(screen.getByRole('region', { name: /What it belongs to/ }))
  const steps = picture.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(steps).toHaveLength(3)
  expect(steps[2]).toMatch(/USER_PASSWORD_AUTH.*NotAuthorizedException/)
  await user.click(within(picture.getAllByRole('listitem')[2]!).getByRole('button'))
  await expectAccessible()
  await user.click(picture.getByRole('link', { name: 'Open it in the log' }))
  await screen.findByRole('heading', { name: 'InitiateAuth', level: 1 })
  const deciding = within(screen.getByRole('region', { name: 'What the server checked' }))
  expect(deciding.getAllByRole('listitem').at(-1)!.textContent).toContain('this decided')
})

test('a request that has gone says so, in the frame', async ({ standIn }) => {
  await openConsole(standIn, '/requests/99')

  expect(screen.getByRole('alert').textContent).toContain('not in the log any more')
  expect(screen.getByRole('navigation', { name: 'Console' })).toBeTruthy()
})
