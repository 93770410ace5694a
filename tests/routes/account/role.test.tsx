import { AdminAddUserToGroupCommand } from '@aws-sdk/client-cognito-identity-provider'
import { configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { expect, onTestFinished } from 'vitest'
import * as account from '../../../src/routes/account/account.tsx'
import { expectAccessible } from '../../support/app/axe.ts'
import { test, type SignedIn } from '../../support/app/signed-in.ts'
import { signingClient } from '../../support/iam/administrator.ts'
import { allowEditors } from '../../support/template/editors.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { press } from '../auth/open-app.tsx'
import { rowOf } from './open-account.tsx'

// Five requests of a busy machine take longer than one.
configure({ asyncUtilTimeout: 10_000 })

async function openRole() {
  const router = createMemoryRouter([{ path: '/account/*', ...account }], {
    initialEntries: ['/account/role'],
  })
  render(
    <main>
      <RouterProvider router={router} />
    </main>,
  )
  await screen.findByRole('heading', { name: 'What you may do', level: 1 })
  return userEvent.setup()
}

/** Each right, and whether it was found. */
async function tryEach(user: Parameters<typeof press>[0]): Promise<Record<string, boolean>> {
  await press(user, 'Try each')
  await screen.findByText('Each has been tried.')
  const names = [
    'Read your own files',
    'Change your own files',
    'Read what is shared',
    'Change what is shared',
    'Read somebody else’s files',
  ]
  return Object.fromEntries(
    names.map((name) => {
      const text = rowOf(new RegExp(`^${name}`)).textContent
      expect(text).toMatch(/Allowed|Refused/)
      return [name, text.includes('Allowed')]
    }),
  )
}

async function makeEditor({ standIn, person }: SignedIn): Promise<void> {
  const { url, administrator, config } = standIn
  const client = signingClient(url, administrator)
  onTestFinished(() => client.destroy())
  const group = { UserPoolId: config.userPoolId, GroupName: 'editors' }
  await client.send(new AdminAddUserToGroupCommand({ ...group, Username: person.email }))
}

test('the page tries what the role allows, and an editor’s allows more once the token knows', async ({
  signedIn,
}) => {
  editTemplate(signedIn.standIn, allowEditors)
  const user = await openRole()
  const everybodys = {
    'Read your own files': true,
    'Change your own files': true,
    'Read what is shared': true,
    'Change what is shared': false,
    'Read somebody else’s files': false,
  }
  expect(rowOf('Groups').textContent).toContain('You are in none.')
  expect(await tryEach(user)).toEqual(everybodys)
  await expectAccessible()

  await makeEditor(signedIn)
  await press(user, 'Look again')
  await waitFor(() => expect(rowOf('Groups').textContent).toContain('editors'))

  expect(rowOf('Role').textContent).toContain('EditorsRole')
  await press(user, 'Try each')
  await waitFor(() => expect(rowOf(/^Change what is shared/).textContent).toContain('Allowed'))
  await press(user, 'Open the note')
  await user.type(await screen.findByLabelText('Note'), 'Lunch is at one.')
  await press(user, 'Save for everybody')
  await screen.findByText(/^Saved\. Everybody/)
  await press(user, 'Open it again')
  await waitFor(() => expect(screen.queryByText(/^Saved\. Everybody/)).toBeNull())
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Lunch is at one.')
})

test('who is no editor reads the note, keeps what they typed, and is told who may', async ({
  signedIn,
}) => {
  editTemplate(signedIn.standIn, allowEditors)
  const user = await openRole()

  await press(user, 'Open the note')
  await user.type(await screen.findByLabelText('Note'), 'Mine')
  await press(user, 'Save for everybody')

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Your role may not change what is shared.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Mine')
  await expectAccessible()
})

test('where nothing is shared, the page says so', async ({ signedIn }) => {
  expect(signedIn.standIn.deployment().userPools[0]?.groups).toEqual([])
  const user = await openRole()

  expect(await tryEach(user)).toMatchObject({
    'Read your own files': true,
    'Read what is shared': false,
  })
  await press(user, 'Open the note')

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Your role may not read what is shared.')
})
