import { configure, screen, waitFor, within } from '@testing-library/react'
import {
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'
import { openConsole } from './open-console.tsx'

configure({ asyncUtilTimeout: 30_000 })

function signUp(standIn: TestStandIn, cognito: CognitoIdentityProviderClient, Username: string) {
  const { userPoolClientId: ClientId } = standIn.config
  return cognito.send(new SignUpCommand({ ClientId, Username, Password: 'Correct-horse-1' }))
}

test('the inbox shows what is there and what comes, and finds by person and by word', async ({
  standIn,
  cognito,
}) => {
  await signUp(standIn, cognito, 'ada@example.com')
  const { user } = await openConsole(standIn)
  await screen.findByText('Live')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)

  await signUp(standIn, cognito, 'grace@example.com')

  const [newest] = await waitFor(() => {
    const items = screen.getAllByRole('listitem')
    expect(items).toHaveLength(2)
    return items
  })
  const { code } = standIn.outbox[0]!
  expect(within(newest!).getByRole('button', { name: `Copy code ${code}` })).toBeTruthy()
  await screen.findByText(/^New message to grace@example.com/)
  await user.selectOptions(screen.getByLabelText('Messages to'), 'ada@example.com')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await user.selectOptions(screen.getByLabelText('Messages to'), 'everybody')
  await user.type(screen.getByLabelText('Search'), code)
  expect(screen.getByRole('listitem').textContent).toContain('grace@example.com')
  await user.type(screen.getByLabelText('Search'), ' nowhere')
  expect(screen.getByText('No message matches.')).toBeTruthy()
  await expectAccessible()
})

test('a reset from the foot, asked twice, empties it', async ({ standIn, cognito }) => {
  await signUp(standIn, cognito, 'ada@example.com')
  const { user } = await openConsole(standIn)
  await screen.findByText('Live')

  await user.click(screen.getByRole('button', { name: 'Reset everything' }))
  expect(standIn.outbox).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Forget all of it' }))

  await screen.findByText(/No messages yet/)
  expect(standIn.outbox).toHaveLength(0)
})

test('the link of the run opens it, and its token leaves the address', async ({ standIn }) => {
  const { hash } = new URL(standIn.config.local!.consoleUrl)

  const { router } = await openConsole(standIn, `/${hash.slice(1)}`, '')

  await screen.findByText('Live')
  expect(router.state.location).toMatchObject({ pathname: '/', search: '', hash: '' })
})

test('without the token of this run there is no page, and the right one opens it', async ({
  standIn,
}) => {
  const { user } = await openConsole(standIn, '/', 'of-another-run')
  const field = await screen.findByLabelText('Or paste the token')
  expect(screen.getByRole('alert').textContent).toContain('not the token of this run')
  expect(screen.queryByRole('navigation', { name: 'Console' })).toBeNull()
  await expectAccessible()

  await user.type(field, standIn.adminToken)
  await user.click(screen.getByRole('button', { name: 'Open' }))

  await screen.findByText('Live')
})

test('mail with markup is shown in a frame that runs nothing, and as it was sent', async ({
  standIn,
}) => {
  await callLocalApi(standIn, '/_local/calls/CreateUserPool', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      PoolName: 'invitations',
      AutoVerifiedAttributes: ['email'],
      AdminCreateUserConfig: {
        InviteMessageTemplate: {
          EmailMessage: '<b>{username}</b> {####}',
          EmailSubject: 'Welcome',
        },
      },
    }),
  })
    .then(async (response) => (await response.json()) as { UserPool: { Id: string } })
    .then(({ UserPool }) =>
      callLocalApi(standIn, '/_local/calls/AdminCreateUser', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          UserPoolId: UserPool.Id,
          Username: 'grace',
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: [{ Name: 'email', Value: 'grace@example.com' }],
        }),
      }),
    )
  const { user } = await openConsole(standIn)

  await user.click(await screen.findByText('Whole message'))

  const frame = await screen.findByTitle('Welcome')
  expect(frame.getAttribute('sandbox')).not.toContain('scripts')
  const shown = await fetch(new URL(frame.getAttribute('src')!, `${standIn.url}/_local`))
  expect(await shown.text()).toContain('<b>grace</b>')
  await user.click(screen.getByRole('button', { name: 'As it was sent' }))
  expect(screen.getByText(/<b>grace<\/b>/)).toBeTruthy()
})
