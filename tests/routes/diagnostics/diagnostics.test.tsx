import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { brandName } from '../../../src/ui/brand.ts'
import type { Finding } from '../../../src/doctor/finding.ts'
import { expectAccessible } from '../../support/app/axe.ts'
import { fakeRun, findingOf, openDiagnostics } from './open-diagnostics.tsx'

const fine: Finding = {
  check: 'user-pool',
  status: 'ok',
  summary: 'The user pool is there.',
  evidence: 'It has 2 keys.',
}
const wrongClient: Finding = {
  check: 'app-client',
  status: 'wrong',
  summary: 'The app client has a secret.',
  evidence: 'InitiateAuth answered: eyJraWQiOiJ.eyJzdWIiOiJhIn0.c2ln is not for ada@example.com.',
  remedy: { text: 'Make one without.', console: 'Cognito › App clients' },
  template: 'UserPoolClient.GenerateSecret',
}
const unknownRole: Finding = {
  check: 'role',
  status: 'unknown',
  summary: 'What the role allows shows when somebody is signed in.',
  evidence: 'Nobody is.',
}

async function* found(...findings: Finding[]): AsyncGenerator<Finding> {
  await Promise.resolve()
  yield* findings
}

async function heading(name: string) {
  return screen.findByRole('heading', { name, level: 2 })
}

function announced() {
  return document.querySelector('#announcer')?.textContent
}

test('findings appear as they come, and what is under way is said', async () => {
  const { start, find, end } = fakeRun()
  openDiagnostics({ checks: ['user-pool', 'role'], start })

  await heading('Checking: User pool')
  expect(screen.getByText('0 of 2 checked')).toBeTruthy()
  expect(screen.getByRole('list', { busy: true })).toBeTruthy()
  expect(within(findingOf('User pool')).getByText('Checking')).toBeTruthy()
  expect(within(findingOf('What a signed-in person may do')).getByText('Waiting')).toBeTruthy()

  find(fine)
  await heading('Checking: What a signed-in person may do')
  expect(within(findingOf('User pool')).getByText('Works')).toBeTruthy()
  find({ ...unknownRole, status: 'ok' })
  end()

  await heading('Everything works')
  expect(screen.getByText('2 work')).toBeTruthy()
  expect(screen.queryByRole('list', { busy: true })).toBeNull()
  await waitFor(() => expect(announced()).toBe('Everything works.'))
  await expectAccessible()
})

test('what needs mending comes first, with a link to how we know and what to do', async () => {
  openDiagnostics({
    checks: ['user-pool', 'app-client', 'role'],
    start: () => found(fine, wrongClient, unknownRole),
  })

  await heading('1 thing needs mending')
  const problems = screen.getByRole('list', { name: 'What was found' })
  const link = within(problems).getByRole('link', { name: 'App client' })
  expect(link.getAttribute('href')).toBe('/diagnostics#app-client')
  const finding = within(findingOf('App client'))
  expect(finding.getByText('Needs mending')).toBeTruthy()
  expect(finding.getByText('Make one without.')).toBeTruthy()
  expect(finding.getByText('Cognito › App clients')).toBeTruthy()
  expect(finding.getByText('infra/template.yaml (UserPoolClient.GenerateSecret)')).toBeTruthy()
  await waitFor(() => expect(document.title).toMatch(/^Error: Diagnostics/))
  await expectAccessible()
})

test('no token that AWS may have quoted is shown', async () => {
  openDiagnostics({ checks: ['app-client'], start: () => found(wrongClient) })

  await heading('1 thing needs mending')
  expect(findingOf('App client').textContent).toContain(
    'InitiateAuth answered: eyJ… is not for ada',
  )
})

test('the report has all that was found, and neither tokens nor addresses', async () => {
  const { user } = openDiagnostics({
    checks: ['user-pool', 'app-client'],
    start: () => found(fine, wrongClient),
  })
  await heading('1 thing needs mending')

  await user.click(screen.getByRole('button', { name: 'Copy report' }))

  await waitFor(() => expect(announced()).toMatch(/is copied/))
  const report = await navigator.clipboard.readText()
  expect(report).toContain(`${brandName}: diagnostics`)
  expect(report).toContain('1 thing needs mending')
  expect(report).toContain('[Works] User pool (user-pool)\n  The user pool is there.')
  expect(report).toContain('  What to do: Make one without.')
  expect(report).toContain('is not for a***@example.com')
  expect(report).not.toMatch(/eyJ\w|ada@/)
})

test('a browser that keeps the clipboard from the page gets the report to copy by hand', async () => {
  const { user } = openDiagnostics({ checks: ['user-pool'], start: () => found(fine) })
  await heading('Everything works')
  navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))

  await user.click(screen.getByRole('button', { name: 'Copy report' }))

  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /copy by hand/ })
  expect(document.activeElement).toBe(field)
  expect(field.value).toContain('[Works] User pool')
})

test('running again forgets what was found, and keeps the button', async () => {
  const { start, runs, find, end } = fakeRun()
  const { user } = openDiagnostics({ checks: ['user-pool'], start })
  find(fine)
  end()
  await heading('Everything works')

  const again = screen.getByRole('button', { name: 'Run again' })
  await user.click(again)
  await heading('Checking: User pool')
  find({ ...fine, status: 'doubtful', summary: 'It is slow.' })
  end()

  await heading('Everything works; 1 thing could be better')
  expect(runs.count).toBe(2)
  expect(document.activeElement).toBe(again)
})

test('signed out, the page says how to have the rest checked', async () => {
  const { user, router } = openDiagnostics({ checks: ['role'], start: () => found(unknownRole) })
  await heading('Everything that could be checked works')

  await user.click(screen.getByRole('link', { name: 'Sign in to check those too' }))

  expect(router.state.location.search).toBe('?returnTo=%2Fdiagnostics')
})
