import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GetUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { editTemplate } from '../../support/template/edit-template.ts'
import { test } from '../../support/stand-in.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { ada, createAccount } from './support/account.ts'
import { examineApp } from './support/examine.ts'

test('an app on the local AWS has nothing wrong', async ({ standIn }) => {
  const { report, text } = await examineApp({ served: standIn.config })

  expect(report).toMatchObject({ outcome: 'well', isSignedIn: false, counts: { wrong: 0 } })
  expect(text).toContain('Checking http://localhost:5173, set up by http://localhost:5173/config.')
  expect(text).toContain('With --email you@example.com more can be told.')
})

test('signed in, all is tried; no secret is said, and afterwards the tokens count no more', async ({
  standIn,
  cognito,
}) => {
  await createAccount(standIn, cognito)

  const { report, text, hidden } = await examineApp({ ...ada, served: standIn.config })

  expect(report.findings.filter(({ status }) => status !== 'ok')).toMatchObject([
    { check: 'storage', status: 'not-applicable' },
    { check: 'first-factors', status: 'not-applicable' },
    { check: 'passkeys', status: 'not-applicable' },
    { check: 'threat-protection', status: 'not-applicable' },
  ])
  expect(report).toMatchObject({ outcome: 'well', isSignedIn: true })
  expect(text).not.toContain('With --email')
  expect(hidden).toEqual([ada.password, standIn.adminToken, expect.any(String), expect.any(String)])
  for (const secret of hidden) expect(text + JSON.stringify(report)).not.toContain(secret)
  const accessToken = hidden.find((secret) => secret.includes('.'))
  const asking = cognito.send(new GetUserCommand({ AccessToken: accessToken }))
  await expect(asking).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('a wrong password is what is found of the account', async ({ standIn, cognito }) => {
  await createAccount(standIn, cognito)

  const { report, text, finding } = await examineApp({
    email: ada.email,
    password: 'Wrong-Horse-1',
    served: standIn.config,
  })

  expect(finding('account')).toMatchObject({
    status: 'wrong',
    summary: 'The e-mail address or the password is not right, or the account may not sign in.',
    evidence: expect.stringContaining('NotAuthorizedException') as string,
  })
  expect(report).toMatchObject({ outcome: 'wrong', isSignedIn: false, counts: { wrong: 1 } })
  expect(text).not.toContain('Wrong-Horse')
})

test('an account that is not confirmed is said to be', async ({ standIn, cognito }) => {
  await createAccount(standIn, cognito, { isConfirmed: false })

  const { report, finding } = await examineApp({ ...ada, served: standIn.config })

  expect(finding('account')).toMatchObject({
    status: 'wrong',
    summary: 'The account is not confirmed.',
  })
  expect(report.counts.wrong).toBe(1)
})

test('an app client that does not exist says nothing about the account', async ({ standIn }) => {
  const served = { ...standIn.config, userPoolClientId: '1h57kf5cpq17m0eml12example' }

  const { finding } = await examineApp({ ...ada, served })

  expect(finding('app-client')).toMatchObject({ status: 'wrong' })
  expect(finding('account')).toMatchObject({ status: 'unknown' })
})

test('a role without a right is found, and the line of the template that gives it', async ({
  standIn,
  cognito,
}) => {
  await createAccount(standIn, cognito)
  editTemplate(standIn, ['                  - s3:PutObject\n', ''])

  const { report, text, finding } = await examineApp({ ...ada, served: standIn.config })

  expect(finding('role')).toMatchObject({
    status: 'wrong',
    templateLine: expect.stringMatching(/^infra\/template\.yaml:\d+$/) as string,
  })
  expect(report.counts.wrong).toBe(1)
  expect(text).toContain('1 thing needs mending: role.')
})

test('a half-filled configuration is named key by key, and nobody is asked for a password', async () => {
  const root = temporaryFolder()
  writeFileSync(join(root, '.env.local'), 'VITE_AWS_REGION=eu-west-1')

  const { report, hidden } = await examineApp({ ...ada, root })

  expect(report).toMatchObject({
    configuration: '.env.local',
    outcome: 'wrong',
    findings: [{ check: 'configuration', status: 'wrong' }],
  })
  expect(report.findings[0]?.evidence).toContain('VITE_USER_POOL_ID is missing.')
  expect(report.findings[0]?.evidence).toContain('VITE_USER_POOL_CLIENT_ID is missing.')
  expect(hidden).toEqual([])
})

test('without any configuration it says how to start, and where to put one', async () => {
  const { report, text } = await examineApp({})

  expect(report.findings).toMatchObject([{ check: 'configuration', status: 'wrong' }])
  expect(text).toContain('npm start')
  expect(text).toContain('.env.local')
})

test('an interruption finishes the check that runs, and signs out', async ({
  standIn,
  cognito,
}) => {
  await createAccount(standIn, cognito)
  const interruption = new AbortController()
  const found: string[] = []
  const hidden: string[] = []

  const examining = examineApp({
    ...ada,
    served: standIn.config,
    signal: interruption.signal,
    hidden,
    onChecking: (check) => {
      found.push(check)
      if (check === 'role') interruption.abort()
    },
  })

  await expect(examining).rejects.toMatchObject({ name: 'AbortError' })
  expect(found.at(-1)).toBe('role')
  const accessToken = hidden.find((secret) => secret.includes('.'))
  const asking = cognito.send(new GetUserCommand({ AccessToken: accessToken }))
  await expect(asking).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})
