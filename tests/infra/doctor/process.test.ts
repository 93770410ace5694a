import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as base, vi } from 'vitest'
import type { Report } from '../../../infra/doctor/report.ts'
import { editTemplate } from '../../support/template/edit-template.ts'
import { test } from '../../support/stand-in.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { ada, createAccount } from './support/account.ts'
import { startDoctor } from './support/doctor-process.ts'

// Two of these are all of a process, Amplify and SRP in it, which takes its time beside others.
vi.setConfig({ testTimeout: 60_000 })

const envFile = [
  'VITE_AWS_REGION=eu-west-1',
  'VITE_USER_POOL_ID=eu-west-1_AbCdEfGhI',
  'VITE_USER_POOL_CLIENT_ID=1h57kf5cpq17m0eml12example',
].join('\n')

function folderWith(name: string, content: unknown): string {
  const folder = temporaryFolder()
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  writeFileSync(join(folder, name), text)
  return folder
}

test('the command signs in with a piped password, and prints one JSON document', async ({
  standIn,
  cognito,
}) => {
  await createAccount(standIn, cognito)
  const folder = folderWith('config.json', standIn.config)
  const argv = ['--config', 'config.json', '--email', ada.email, '--json']

  const { stdout, stderr, code } = await startDoctor(argv, { folder, input: ada.password }).ended

  const report = JSON.parse(stdout) as Report
  expect(report).toMatchObject({ version: 1, outcome: 'well', isSignedIn: true })
  expect(report.findings).toHaveLength(18)
  expect(stdout + stderr).not.toContain(ada.password)
  expect(stdout + stderr).not.toContain(standIn.adminToken)
  expect(stderr).toBe('')
  expect(code).toBe(0)
})

test('one thing broken is one thing wrong, and the exit code says so', async ({ standIn }) => {
  editTemplate(standIn, [
    'AllowedMethods: [GET, HEAD, PUT, POST, DELETE]',
    'AllowedMethods: [GET, HEAD]',
  ])
  const folder = folderWith('config.json', standIn.config)

  const { stdout, code } = await startDoctor(['--config', 'config.json'], { folder }).ended

  expect(stdout).toMatch(/^Needs mending +cors +\S/m)
  expect(stdout).toMatch(/^ +In the template +infra\/template\.yaml:\d+ \(Bucket\.Cors/m)
  expect(stdout).toContain('1 thing needs mending: cors.')
  expect(stdout).not.toContain('\u001b')
  expect(code).toBe(1)
})

base('Ctrl-C while the password is waited for ends with 130', async () => {
  const folder = folderWith('.env.local', envFile)
  const { ended, begun, kill } = startDoctor(['--email', ada.email], { folder })
  await begun
  // npm passes the signal on that the terminal has sent already.
  kill('SIGINT')
  kill('SIGINT')

  const { stdout, stderr, code } = await ended

  expect(stdout).toBe('Checking http://localhost:5173, set up by .env.local.\n\n')
  expect(stderr).toBe('\nInterrupted.\n')
  expect(code).toBe(130)
})

base('what is refused ends with 2, in words, and repeats no password', async () => {
  const argv = ['--email', ada.email, ada.password]

  const { stdout, stderr, code } = await startDoctor(argv, { folder: temporaryFolder() }).ended

  expect(stdout).toBe('')
  expect(stderr).toContain('a password nowhere')
  expect(stderr).not.toMatch(/^ +at |Horse/m)
  expect(code).toBe(2)
})
