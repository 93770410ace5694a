import { configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { beforeEach, expect, onTestFinished } from 'vitest'
import * as auth from '../../../src/auth/auth-client.ts'
import { readSessionTokens, renewTokens } from '../../../src/auth/token/session-tokens.ts'
import { readTemporaryCredentials } from '../../../src/auth/token/temporary-credentials.ts'
import { parseRecording, toCurl, toJson, toMermaid } from '../../../src/recorder/export.ts'
import { clearExchanges, recordedExchanges } from '../../../src/recorder/log.ts'
import { startRecorder, stopRecorder } from '../../../src/recorder/recorder.ts'
import * as flow from '../../../src/routes/flow/flow.tsx'
import { toSvg } from '../../../src/routes/flow/to-svg.ts'
import { writeObject } from '../../../src/storage/write-object.ts'
import { EnvironmentProvider } from '../../../src/ui/environment.tsx'
import { tryRights } from '../../../src/storage/rights.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { signInAs, test } from '../../support/app/signed-in.ts'
import { press } from '../auth/open-app.tsx'

configure({ asyncUtilTimeout: 30_000 })

beforeEach(() => {
  clearExchanges()
  return () => {
    stopRecorder()
    clearExchanges()
  }
})

/** What really went over the wire, before anything was masked. */
function listenToAll(): () => string {
  const original = window.fetch
  const sent: string[] = []
  window.fetch = async (input, init) => {
    const response = await original(input, init)
    const url = input instanceof Request ? input.url : String(input)
    const headers = [...new Headers(init?.headers)].map((header) => header.join(': '))
    const body = typeof init?.body === 'string' ? init.body : ''
    sent.push(url, ...headers, body, await response.clone().text())
    return response
  }
  onTestFinished(() => void (window.fetch = original))
  return () => sent.join('\n')
}

function valuesOf(wire: string, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    [...wire.matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(([, value]) => value ?? ''),
  )
}

async function openFlow(consoleUrl?: string) {
  const router = createMemoryRouter([{ path: '/flow', ...flow }], { initialEntries: ['/flow'] })
  render(
    <EnvironmentProvider value={consoleUrl === undefined ? {} : { inboxUrl: consoleUrl }}>
      <main>
        <RouterProvider router={router} />
      </main>
    </EnvironmentProvider>,
  )
  await screen.findByRole('heading', { name: 'What just happened', level: 1 })
  return userEvent.setup()
}

test('of a whole sign-in and what follows, no secret is in anything that is kept or exported', async ({
  signedIn: { person, standIn },
}) => {
  await auth.signOut()
  const wire = listenToAll()
  startRecorder()
  const grace = { email: 'grace@example.com', password: 'Compilers-Since-1952' }
  await auth.signUp(grace.email, grace.password)
  const code = standIn.outbox[0]?.code ?? ''
  await auth.confirmSignUp(grace.email, code)
  await auth.signIn(person.email, person.password, false)
  const first = await readSessionTokens()
  const credentials = await readTemporaryCredentials()
  await writeObject({
    name: 'profile.json',
    body: '{"bio":"mine alone"}',
    contentType: 'application/json',
    replaces: undefined,
  })
  await tryRights(['get own', 'get others', 'list own'])
  await renewTokens()
  const second = await readSessionTokens()
  await auth.signOut()
  await auth.signIn(person.email, 'Wrong-Password-1', false).catch(() => undefined)
  await waitFor(() => expect(recordedExchanges().at(-1)?.error).toBe('NotAuthorizedException'))

  const exchanges = recordedExchanges()
  const operations = exchanges.map(({ operation, variant }) => `${operation} ${variant ?? ''}`)
  expect(operations).toEqual(
    expect.arrayContaining([
      'SignUp ',
      'ConfirmSignUp ',
      'InitiateAuth USER_SRP_AUTH',
      'RespondToAuthChallenge PASSWORD_VERIFIER',
      'GetId ',
      'GetCredentialsForIdentity ',
      'PutObject ',
      'GetObject ',
      'ListObjectsV2 ',
      'RevokeToken ',
    ]),
  )
  // Amplify has its answers as files, and S3 its refusals as documents.
  expect(exchanges.filter(({ error }) => error === 'AccessDenied')).not.toEqual([])
  const proofs = [
    ...['SRP_A', 'SRP_B', 'SALT', 'SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'Session'],
    ...['PASSWORD_CLAIM_SECRET_BLOCK', 'DeviceKey', 'DeviceGroupKey', 'SecretKey'],
    ...['IdToken', 'AccessToken', 'RefreshToken', 'SessionToken', 'AccessKeyId', 'Token'],
  ]
  const signatures = [...wire().matchAll(/X-Amz-Signature=(\w+)|Signature=(\w{64})/g)]
  const secrets = [
    ...[person.password, grace.password, 'Wrong-Password-1', code, 'mine alone'],
    ...[...Object.values(first), ...Object.values(second)],
    ...[credentials?.accessKeyId, credentials?.secretAccessKey, credentials?.sessionToken],
    ...valuesOf(wire(), proofs),
    ...signatures.map(([, presigned, header]) => presigned ?? header),
  ].map(String)
  expect(secrets.length).toBeGreaterThan(30)
  expect(window.sessionStorage.getItem('flow')).toBeNull()
  window.dispatchEvent(new Event('pagehide'))
  const forNextPage = window.sessionStorage.getItem('flow') ?? ''
  expect(forNextPage).toContain('ConfirmSignUp')
  const kept = [
    toJson(exchanges),
    toSvg(exchanges),
    toMermaid(exchanges, String, ({ operation }) => operation),
    ...exchanges.map(toCurl),
    forNextPage,
  ].join('\n')
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(3)
    expect(kept).not.toContain(secret)
  }
  expect(parseRecording(toJson(exchanges))).toEqual(exchanges)
})

test('journeys are told apart, and a step opens to what was sent, what came back and what it is for', async ({
  signedIn: { person },
}) => {
  await auth.signOut()
  startRecorder()
  await signInAs(person)
  await readTemporaryCredentials()
  await auth.signOut()
  await waitFor(() => expect(recordedExchanges().at(-1)?.operation).toBe('RevokeToken'))

  const user = await openFlow()
  const signIn = screen.getByRole('region', { name: /^Sign in in the app/ })
  expect(screen.getByRole('region', { name: /^Sign out/ })).toBeTruthy()
  await user.click(within(signIn).getByRole('button', { name: /Send the password/ }))

  expect(signIn.textContent).toContain('"PASSWORD": "•••"')
  expect(signIn.textContent).toContain('The pool compares it. SRP would keep it here.')
  const claims = within(signIn).getByRole('table', { name: 'Claims of the IdToken' })
  expect(claims.textContent).toContain(person.email)
  const docs = within(signIn).getByRole<HTMLAnchorElement>('link', { name: /^InitiateAuth in AWS/ })
  expect(docs.href).toMatch(/\/APIReference\/API_InitiateAuth\.html$/)
  await expectAccessible()
})

test('what failed carries the doctor’s sentence, and can be looked at alone', async ({
  signedIn: { person },
}) => {
  await auth.signOut()
  startRecorder()
  await signInAs({ ...person, password: 'Wrong-Password-1' }).catch(() => undefined)
  await signInAs(person)
  await waitFor(() => expect(recordedExchanges().length).toBeGreaterThan(1))

  const user = await openFlow()
  await user.click(screen.getByRole('checkbox', { name: 'Only what failed' }))
  const [step, ...others] = screen.getAllByRole('listitem')
  expect(others).toEqual([])
  await user.click(within(step!).getByRole('button', { name: /NotAuthorizedException/ }))

  expect(screen.getByRole('heading', { name: 'What to do about it' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Have the doctor find out why' })).toBeTruthy()
})

test('recording is off until somebody switches it on, and clearing leaves nothing', async ({
  signedIn: { person },
}) => {
  await auth.signOut()
  const user = await openFlow()
  expect(screen.getByText('Recording is off.')).toBeTruthy()
  await signInAs(person)
  expect(recordedExchanges()).toEqual([])

  await press(user, 'Start recording')
  await auth.signOut()
  await screen.findByRole('region', { name: /^Sign out/ })
  await press(user, 'Clear')

  await screen.findByText(/^Nothing has been recorded yet/)
  window.dispatchEvent(new Event('pagehide'))
  expect(window.sessionStorage.getItem('flow')).toBeNull()
})

test('a recording of somebody else is shown, and what is none is refused', async ({ signedIn }) => {
  expect(signedIn.person.email).not.toBe('')
  await auth.signOut()
  startRecorder()
  await signInAs(signedIn.person)
  await waitFor(() => expect(recordedExchanges()).not.toEqual([]))
  stopRecorder()
  const file = new File([toJson(recordedExchanges())], 'theirs.json')
  clearExchanges()

  const user = await openFlow()
  await user.upload(screen.getByLabelText('Open a recording'), new File(['{}'], 'none.json'))
  await screen.findByText('That is no recording of this page.')
  await user.upload(screen.getByLabelText('Open a recording'), file)

  await screen.findByText('From theirs.json.')
  expect(screen.getByRole('region', { name: /^Sign in in the app/ })).toBeTruthy()
  await press(user, 'Back to your own')
  await screen.findByText(/^Nothing has been recorded yet/)
})

test('on the local AWS a step says what the server checked, and which statement decided', async ({
  signedIn: { person, standIn },
}) => {
  await auth.signOut()
  startRecorder()
  await signInAs({ ...person, password: 'Wrong-Password-1' }).catch(() => undefined)
  await signInAs(person)
  await tryRights(['list own', 'get others'])
  await waitFor(() => expect(recordedExchanges().at(-1)?.to).toBe('s3'))

  const user = await openFlow(standIn.config.local?.consoleUrl)
  const open = async (name: RegExp) => {
    const [button] = await screen.findAllByRole('button', { name })
    const step = button!.closest('li')!
    await user.click(button!)
    await within(step).findByRole('heading', { name: 'What the server checked' })
    return [...step.querySelectorAll('.flow-checks > li')].map(({ textContent }) => textContent)
  }

  const refused = await open(/Send the password.*NotAuthorizedException/)
  expect(refused.slice(-3)).toEqual([
    'AuthFlow passed',
    'lockout passed',
    'PASSWORD refused: this decided',
  ])
  const denied = await open(/GetObject.*AccessDenied/)
  expect(denied.at(-1)).toMatch(/^s3:GetObject refused: this decided.*No statement allows/)
  const allowed = await open(/ListObjectsV2.*200/)
  expect(allowed.at(-1)).toContain('"s3:prefix"')
  await expectAccessible()
})
