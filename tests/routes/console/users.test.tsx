import { configure, screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/app/axe.ts'
import { createLocalAwsClient } from '../../support/local-aws-client.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'
import { openConsole } from './open-console.tsx'

configure({ asyncUtilTimeout: 30_000 })

const Password = 'Analytical-Engine-1843'

async function add(standIn: TestStandIn, names: readonly string[]) {
  const aws = createLocalAwsClient(standIn)
  const { userPoolId: UserPoolId } = standIn.config
  for (const name of names) {
    await aws.call('AdminCreateUser', {
      UserPoolId,
      Username: `${name}@example.com`,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: `${name}@example.com` }],
    })
  }
  const describe = (Username: string) =>
    aws.call<Record<string, unknown>>('AdminGetUser', { UserPoolId, Username })
  return { aws, UserPoolId, describe }
}

test('users are found by how an attribute begins, a page at a time', async ({ standIn }) => {
  const many = Array.from({ length: 26 }, (_, index) => `reader-${String(index).padStart(2, '0')}`)
  await add(standIn, ['ada', ...many])
  const { user } = await openConsole(standIn, '/users')
  expect(screen.getAllByRole('listitem')).toHaveLength(25)

  await user.type(screen.getByLabelText('Begins with'), 'reader-')
  await user.click(screen.getByRole('button', { name: 'Find' }))
  await waitFor(() => expect(screen.queryByText('ada@example.com')).toBeNull())
  expect(screen.getAllByRole('listitem')).toHaveLength(25)
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Next page' }))
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
  await user.click(screen.getByRole('link', { name: 'From the first' }))
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(25))

  await user.clear(screen.getByLabelText('Begins with'))
  await user.type(screen.getByLabelText('Begins with'), 'no"body\\')
  await user.click(screen.getByRole('button', { name: 'Find' }))
  await screen.findByText('Nobody’s begins like that.')
})

test('somebody is invited, or created with a password, or refused as the pool does', async ({
  standIn,
}) => {
  const { describe } = await add(standIn, [])
  const { user } = await openConsole(standIn, '/users')
  await user.click(screen.getByText('Create or invite somebody'))

  await user.type(screen.getByLabelText('E-mail address'), 'ada@example.com')
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }))
  await screen.findByText('ada@example.com is in the pool.')
  expect(standIn.outbox).toMatchObject([{ kind: 'INVITATION', to: 'ada@example.com' }])
  await screen.findByText('Invited')

  await user.selectOptions(screen.getByLabelText('How'), 'Create at once, with a password')
  await user.clear(screen.getByLabelText('E-mail address'))
  await user.type(screen.getByLabelText('E-mail address'), 'grace@example.com')
  await user.type(screen.getByLabelText('Password'), 'too-short')
  await user.click(screen.getByRole('button', { name: 'Create the user' }))
  await screen.findByText(/^InvalidPasswordException/)
  expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toBe('grace@example.com')
  await expect(describe('grace@example.com')).rejects.toThrow('UserNotFoundException')
  await user.clear(screen.getByLabelText('Password'))
  await user.type(screen.getByLabelText('Password'), Password)
  await user.click(screen.getByRole('button', { name: 'Create the user' }))
  await screen.findByText('Confirmed')
  expect(await describe('grace@example.com')).toMatchObject({ UserStatus: 'CONFIRMED' })
})

test('a user is disabled, grouped, given an attribute and a password, and deleted when asked twice', async ({
  standIn,
}) => {
  const { aws, UserPoolId, describe } = await add(standIn, ['ada'])
  await aws.call('CreateGroup', { UserPoolId, GroupName: 'editors' })
  const { user } = await openConsole(standIn, '/users')
  await user.click(await screen.findByRole('link', { name: 'ada@example.com' }))
  await screen.findByRole('heading', { name: 'ada@example.com', level: 1 })
  const Username = (await describe('ada@example.com'))['Username'] as string
  await expectAccessible()

  await user.click(screen.getByRole('button', { name: 'Disable' }))
  await screen.findByText('Invited, disabled')
  expect(await describe(Username)).toMatchObject({ Enabled: false })
  await user.click(screen.getByRole('button', { name: 'Enable' }))
  await screen.findByText('Invited')

  await user.click(screen.getByRole('button', { name: 'Add to the group' }))
  await screen.findByRole('button', { name: 'Remove from editors' })
  await user.type(screen.getByLabelText('Attribute'), 'name')
  await user.type(screen.getByLabelText('Value'), 'Ada Lovelace')
  await user.click(screen.getByRole('button', { name: 'Set it' }))
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'Attributes' }).textContent).toContain(
      'Ada Lovelace',
    ),
  )
  await user.type(screen.getByLabelText('A password of your choice'), 'too-short')
  await user.click(screen.getByRole('button', { name: 'Set the password' }))
  await screen.findByText(/^InvalidPasswordException/)
  await user.clear(screen.getByLabelText('A password of your choice'))
  await user.type(screen.getByLabelText('A password of your choice'), Password)
  await user.click(screen.getByRole('button', { name: 'Set the password' }))
  await screen.findByText('Confirmed')
  expect(await aws.call('AdminListGroupsForUser', { UserPoolId, Username })).toMatchObject({
    Groups: [{ GroupName: 'editors' }],
  })

  await user.click(screen.getByRole('button', { name: 'Delete' }))
  expect(await describe(Username)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Delete for good' }))
  await screen.findByText('This pool has no users yet.')
  await expect(describe(Username)).rejects.toThrow('UserNotFoundException')
})

test('a user who signed up is confirmed without a code, and one who is gone is told of', async ({
  standIn,
}) => {
  const { aws, describe } = await add(standIn, [])
  await aws.call('SignUp', {
    ClientId: standIn.config.userPoolClientId,
    Username: 'ada@example.com',
    Password,
  })
  const { user, router } = await openConsole(standIn, '/users')
  await user.click(await screen.findByRole('link', { name: 'ada@example.com' }))

  await user.click(await screen.findByRole('button', { name: 'Confirm' }))
  await screen.findByText('They are confirmed.')
  expect(await describe('ada@example.com')).toMatchObject({ UserStatus: 'CONFIRMED' })
  const shown = within(screen.getByRole('region', { name: 'Sessions' }))
  expect(shown.queryAllByRole('listitem')).toHaveLength(0)

  await router.navigate(`/users/${standIn.config.userPoolId}/nobody`)
  expect((await screen.findByRole('alert')).textContent).toContain('User does not exist')
})
