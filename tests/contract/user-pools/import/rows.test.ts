import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect, onTestFinished } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { csvOf, importUploaded, type Row } from '../../../support/user-pools/user-imports.ts'
import { emailPool, standardSchema } from '../../../support/user-pools/user-pool-config.ts'
import {
  test,
  type RunningUserPools,
  type StartOptions,
} from '../../../support/user-pools/user-pools.ts'

const credentials = administrator()

/** User pools whose imports have `file` for theirs. */
async function startWith(
  start: (options: StartOptions) => Promise<RunningUserPools>,
  config: Partial<UserPoolConfig>,
) {
  const file = { csv: '' }
  const importFiles: NonNullable<StartOptions['importFiles']> = {
    uploadUrl: () => Promise.resolve('http://localhost/nowhere'),
    read: () => ({ sizeBytes: file.csv.length, body: new Blob([file.csv]).stream() }),
    remove: () => Promise.resolve(),
  }
  const pool = emailPool({ usernameAttributes: [], ...config })
  const running = await start({ pools: [pool], ...only(credentials), importFiles })
  const admin = signingClient(running.url, credentials)
  onTestFinished(() => admin.destroy())
  const UserPoolId = pool.id
  async function importRows(rows: readonly Row[]) {
    file.csv = await csvOf(admin, UserPoolId, rows)
    return importUploaded(admin, UserPoolId)
  }
  const lines = () => running.runtime.logged.filter((line) => line.includes('Line Number'))
  const find = (Username: string) => admin.send(new AdminGetUserCommand({ UserPoolId, Username }))
  return { importRows, lines, find }
}

const ada = { 'cognito:username': 'ada', email: 'ada@example.com', email_verified: 'true' }

const pools = {
  plain: {},
  required: {
    schema: standardSchema.map((one) => (one.name === 'name' ? { ...one, required: true } : one)),
  },
  mfa: { mfaConfiguration: 'ON', enabledMfas: ['SMS_MFA'] },
  choice: { mfaConfiguration: 'OPTIONAL', enabledMfas: ['SMS_MFA'] },
  aliases: { aliasAttributes: ['email'] },
} as const satisfies Record<string, Partial<UserPoolConfig>>

const refused: readonly [string, keyof typeof pools, Row, string][] = [
  [
    'without a name',
    'plain',
    { ...ada, 'cognito:username': '' },
    'The User Record has no cognito:username.',
  ],
  [
    'with a space in its name',
    'plain',
    { ...ada, 'cognito:username': 'ada l' },
    'The cognito:username has a space or a tab.',
  ],
  [
    'whose addresses are not verified',
    'plain',
    { ...ada, email_verified: 'FALSE' },
    'The User Record does not set any of the auto verified attributes to true. (Example: email_verified to true).',
  ],
  [
    'with a verified address that is not there',
    'plain',
    { ...ada, email: '' },
    'email_verified cannot be true without email.',
  ],
  [
    'with an address that is none',
    'plain',
    { ...ada, email: 'ada' },
    'Invalid email address format.',
  ],
  [
    'with another form of a date',
    'plain',
    { ...ada, birthdate: '1815-12-10' },
    'The birthdate is no date in the format mm/dd/yyyy.',
  ],
  [
    'with a date that is none',
    'plain',
    { ...ada, birthdate: '02/30/1985' },
    'The birthdate is no date in the format mm/dd/yyyy.',
  ],
  [
    'with a time that is no number',
    'plain',
    { ...ada, updated_at: 'today' },
    'Attributes did not conform to the schema: updated_at: Attribute must be a number',
  ],
  [
    'without what the pool requires',
    'required',
    ada,
    'Attributes did not conform to the schema: name.formatted: The attribute name.formatted is required',
  ],
  [
    'with a second factor that the pool has not',
    'plain',
    { ...ada, 'cognito:mfa_enabled': 'TRUE' },
    'cognito:mfa_enabled does not go with the MFA of the pool, OFF.',
  ],
  [
    'without the second factor of the pool',
    'mfa',
    { ...ada, 'cognito:mfa_enabled': 'false' },
    'cognito:mfa_enabled does not go with the MFA of the pool, ON.',
  ],
  [
    'that is too long',
    'plain',
    { ...ada, profile: 'x'.repeat(16_000) },
    'The User Record is longer than 16,000 characters.',
  ],
]

test.for(refused)(
  'nobody comes in %s, and the log says why',
  async ([, pool, row, message], { start }) => {
    const { importRows, lines } = await startWith(start, pools[pool])
    const eve = {
      ...row,
      ...ada,
      'cognito:username': 'eve',
      name: 'Eve',
      'cognito:mfa_enabled': '',
    }

    const job = await importRows([row, { ...eve, birthdate: '', updated_at: '', profile: '' }])

    expect(job).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1, FailedUsers: 1 })
    expect(lines()).toEqual([`${job.JobId}/Everybody: [FAILED] Line Number 2 - ${message}`])
  },
)

test('who is there already is passed over, and too many of them fail a job', async ({ start }) => {
  const { importRows, lines } = await startWith(start, pools.plain)
  const eve = { ...ada, 'cognito:username': 'eve' }
  await importRows([ada])

  const even = await importRows([ada, eve])
  const uneven = await importRows([ada, eve])

  expect(even).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1, SkippedUsers: 1 })
  expect(uneven).toMatchObject({
    Status: 'Failed',
    SkippedUsers: 2,
    CompletionMessage: 'Too many users have failed or been skipped during the import.',
  })
  expect(lines()).toContain(
    `${even.JobId}/Everybody: [SKIPPED] Line Number 2 - The user already exists.`,
  )
})

test('an address that signs somebody else in is nobody’s to bring', async ({ start }) => {
  const { importRows, lines } = await startWith(start, pools.aliases)
  const eve = { ...ada, 'cognito:username': 'eve' }

  const job = await importRows([ada, eve])

  expect(job).toMatchObject({ ImportedUsers: 1, FailedUsers: 1 })
  expect(lines()).toEqual([
    `${job.JobId}/Everybody: [FAILED] Line Number 3 - An account with the email already exists.`,
  ])
})

test('who has a phone number may have text messages for a second factor', async ({ start }) => {
  const { importRows, find } = await startWith(start, pools.choice)
  const enabled = { ...ada, phone_number: '+12345550100', 'cognito:mfa_enabled': 'True' }

  await importRows([enabled, { ...enabled, 'cognito:username': 'eve', 'cognito:mfa_enabled': '' }])

  expect((await find('ada')).UserMFASettingList).toEqual(['SMS_MFA'])
  expect((await find('eve')).UserMFASettingList).toBeUndefined()
})

test('values are trimmed, and a row has as many fields as the header', async ({ start }) => {
  const { importRows, find, lines } = await startWith(start, pools.plain)

  await importRows([
    { ...ada, name: '  Ada ' },
    { ...ada, 'cognito:username': 'eve\n,,' },
  ])

  const { UserAttributes } = await find('ada')
  expect(UserAttributes).toContainEqual({ Name: 'name', Value: 'Ada' })
  expect(lines()[0]).toContain('The User Record has not as many fields as the header.')
})
