import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { expect, vi } from 'vitest'
import { readSessionTokens } from '../../../src/auth/token/session-tokens.ts'
import { readTemporaryCredentials } from '../../../src/auth/token/temporary-credentials.ts'
import * as session from '../../../src/routes/session/session.tsx'
import { EnvironmentProvider } from '../../../src/ui/environment.tsx'
import { expectAccessible } from '../../support/app/axe.ts'
import { test } from '../../support/app/signed-in.ts'
import { press } from '../auth/open-app.tsx'

// Requests of a busy machine take longer than one second.
configure({ asyncUtilTimeout: 10_000 })

async function openSession(consoleUrl?: string) {
  const router = createMemoryRouter(
    [
      { path: '/session', ...session },
      { path: '/sign-in', element: <h1>Sign in</h1> },
    ],
    { initialEntries: ['/session'] },
  )
  render(
    <EnvironmentProvider value={consoleUrl === undefined ? {} : { inboxUrl: consoleUrl }}>
      <main>
        <RouterProvider router={router} />
      </main>
    </EnvironmentProvider>,
  )
  await screen.findByRole('heading', { name: 'Your session, taken apart', level: 1 })
  return { user: userEvent.setup(), router }
}

function card(name: string) {
  return screen.getByRole('region', { name })
}

function rightsTable() {
  return screen.getByRole('table', { name: 'What they may do' })
}

test('each token says where it goes and what each claim means, its signature is proved, and none is shown', async ({
  signedIn,
}) => {
  const fetching = vi.spyOn(window, 'fetch')
  await openSession()
  const tokens = await readSessionTokens()
  const credentials = await readTemporaryCredentials()

  for (const name of ['ID token', 'Access token']) {
    await within(card(name)).findByText(/^Signature proved here/)
    expect(card(name).textContent).toMatch(/Expires in \d+:\d\d\./)
  }
  const asked = fetching.mock.calls.map(([input]) => (input instanceof Request ? input.url : input))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((url) => String(url).endsWith('/jwks.json'))).toHaveLength(1)
  expect(card('ID token').textContent).toContain('the identity pool, which gives credentials')
  const email = within(card('ID token')).getByText('Your e-mail address').closest('tr')
  expect(email?.textContent).toContain(signedIn.person.email)
  expect(card('Refresh token').textContent).toContain('It is encrypted for the user pool alone')
  expect(document.body.textContent).toContain(credentials?.identityId)
  const secrets = [
    ...Object.values(tokens),
    credentials?.accessKeyId,
    credentials?.secretAccessKey,
    credentials?.sessionToken,
  ]
  for (const secret of secrets) {
    expect(secret).toMatch(/.{16}/)
    expect(document.documentElement.outerHTML).not.toContain(secret)
  }
  await expectAccessible()
})

test('a token is shown when somebody asks to see it, and hidden again', async ({ signedIn }) => {
  expect(signedIn.person.email).not.toBe('')
  const { user } = await openSession()
  const { access } = await readSessionTokens()

  await press(user, 'Show the Access token')
  expect(card('Access token').textContent).toContain(access)

  await press(user, 'Hide the Access token')
  expect(card('Access token').textContent).not.toContain(access)
})

test('a refresh says which claims it has changed', async ({ signedIn }) => {
  const { user } = await openSession()
  const before = await readSessionTokens()
  signedIn.standIn.clock.advance({ minutes: 5 })

  await press(user, 'Refresh now')

  const changes = await screen.findByRole('table', { name: 'Changes in the Access token' })
  const claims = within(changes)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent)
  expect(claims).toEqual(expect.arrayContaining(['exp', 'iat', 'jti']))
  expect(claims).not.toContain('sub')
  expect((await readSessionTokens()).access).not.toBe(before.access)
})

test('a revoked session goes on until its next refresh, which leads to the sign-in page', async ({
  signedIn,
}) => {
  expect(signedIn.person.email).not.toBe('')
  const { user, router } = await openSession()

  await press(user, 'Revoke the refresh token')
  await screen.findByText(/^Revoked\./)
  await expectAccessible()
  await press(user, 'Refresh now')

  await screen.findByRole('heading', { name: 'Sign in' })
  expect(router.state.location.search).toBe('?returnTo=%2Fsession&notice=session-ended')
})

test('each operation is tried among one’s own files and among somebody else’s', async ({
  signedIn,
}) => {
  expect(signedIn.person.email).not.toBe('')
  const { user } = await openSession()

  await press(user, 'Try all eight')
  await screen.findByText('All eight have been tried.')

  const rows = within(rightsTable()).getAllByRole('row').slice(1)
  expect(
    rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ),
  ).toEqual(Array.from({ length: 4 }, () => ['Allowed', 'Denied']))
})

test('on the local AWS each verdict has the statement of the policy that decided', async ({
  signedIn: { standIn },
}) => {
  const { user } = await openSession(standIn.config.local?.consoleUrl)

  await press(user, 'Try all eight')
  await within(rightsTable()).findAllByText('What decided')

  const [, ...rows] = within(rightsTable()).getAllByRole('row')
  const cells = rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  )
  expect(cells).toHaveLength(4)
  for (const [own, others] of cells) {
    expect(own).toMatch(/^Allowed.*A statement allows s3:\w+ on arn:aws:s3:::.*"Effect": "Allow"/s)
    expect(others).toMatch(/^Denied.*No statement allows s3:\w+ on arn:aws:s3:::/)
  }
  expect(screen.queryByText(/S3 never says which statement/)).toBeNull()
  await expectAccessible()
})

test('on the local AWS a token ends now, is refused, and a refresh goes on from there', async ({
  signedIn: { standIn },
}) => {
  const { user } = await openSession(standIn.config.local?.consoleUrl)
  const { access } = await readSessionTokens()
  const getUser = (AccessToken: string) =>
    fetch(`${standIn.url}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser',
      },
      body: JSON.stringify({ AccessToken }),
    })
  expect((await getUser(access)).status).toBe(200)

  await press(user, 'Expire now: Access token')

  await within(card('Access token')).findByText('Expired.')
  expect(screen.getByText(/^The clock of the local AWS is \d+:\d\d ahead/)).toBeTruthy()
  expect(await (await getUser(access)).json()).toMatchObject({
    message: 'Access Token has expired',
  })
  await expectAccessible()

  await press(user, 'Refresh now')
  await within(card('Access token')).findByText(/^Expires in \d+:\d\d\.$/)
  expect((await getUser((await readSessionTokens()).access)).status).toBe(200)

  await press(user, 'Put the clock right again')
  await waitFor(() => expect(screen.queryByText(/^The clock of the local AWS/)).toBeNull())
})

test('a pasted token is read in the page, and one that was changed is refuted', async ({
  signedIn,
}) => {
  expect(signedIn.person.email).not.toBe('')
  const { user } = await openSession()
  const { id } = await readSessionTokens()
  const [header = '', payload = '', signature = ''] = id.split('.')
  const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as object
  const forged = btoa(JSON.stringify({ ...claims, email: 'eve@example.com' }))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')

  await user.click(screen.getByLabelText('Token'))
  await user.paste('hello')
  await press(user, 'Read it')
  expect((await screen.findByRole('alert')).textContent).toContain('That is no token')

  await user.clear(screen.getByLabelText('Token'))
  await user.click(screen.getByLabelText('Token'))
  await user.paste(`${header}.${forged}.${signature}`)
  await press(user, 'Read it')

  const table = await screen.findByRole('table', { name: 'Claims of the pasted token' })
  expect(table.textContent).toContain('eve@example.com')
  await screen.findByText(/^Signature refuted/)
})

test('a token of another issuer is read, and nothing is asked of that issuer', async ({
  signedIn,
}) => {
  expect(signedIn.person.email).not.toBe('')
  const { user } = await openSession()
  const part = (value: object) => btoa(JSON.stringify(value)).replace(/=/g, '')
  const foreign = `${part({ alg: 'RS256', kid: 'a' })}.${part({ iss: 'https://else.example' })}.AAAA`

  await user.click(screen.getByLabelText('Token'))
  await user.paste(foreign)
  await press(user, 'Read it')

  await screen.findByText(/^Not of this app’s user pool/)
})
