import {
  AdminGetUserCommand,
  ConfirmForgotPasswordCommand,
  CreateUserImportJobCommand,
  DescribeUserImportJobCommand,
  ForgotPasswordCommand,
  GetCSVHeaderCommand,
  InitiateAuthCommand,
  ListUserImportJobsCommand,
  StartUserImportJobCommand,
  StopUserImportJobCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { startStandIn, test } from '../../../support/stand-in.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'
import {
  administratorsClient,
  CloudWatchLogsRoleArn,
  createJob,
  csvOf,
  ended,
  importUsers,
  start,
  upload,
} from '../../../support/user-pools/user-imports.ts'

const ada = {
  'cognito:username': 'ada@example.com',
  email: 'ada@example.com',
  email_verified: 'TRUE',
  name: 'Lovelace, Ada',
  birthdate: '12/10/1815',
}
const grace = { 'cognito:username': 'grace@example.com', email_verified: 'true' }

test('people of a file come in, and choose a password by the code of a forgotten one', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId: UserPoolId, userPoolClientId: ClientId } = standIn.config
  const admin = administratorsClient(standIn)

  const job = await importUsers(admin, UserPoolId, [ada, grace])

  expect(job).toMatchObject({
    JobName: 'Everybody',
    UserPoolId,
    CloudWatchLogsRoleArn,
    Status: 'Succeeded',
    ImportedUsers: 2,
    SkippedUsers: 0,
    FailedUsers: 0,
    CompletionMessage: 'Import Job Completed Successfully.',
  })
  const Username = ada.email
  const user = await admin.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect(user.UserStatus).toBe('RESET_REQUIRED')
  const values = Object.fromEntries(
    user.UserAttributes!.map(({ Name, Value }) => [Name ?? '', Value]),
  )
  expect(values).toMatchObject({
    email: ada.email,
    email_verified: 'true',
    name: 'Lovelace, Ada',
    birthdate: '1815-12-10',
  })
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  const ConfirmationCode = standIn.outbox[0]?.code
  const Password = 'Correct-Horse-1'
  await cognito.send(
    new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }),
  )
  const changed = await admin.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect(changed.UserStatus).toBe('CONFIRMED')
})

test('a job goes from created to pending, and tells when', async ({ standIn, clock }) => {
  const { userPoolId: UserPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  clock.stop()
  const created = await createJob(admin, UserPoolId)
  await upload(created, await csvOf(admin, UserPoolId, [ada]))
  const createdAt = new Date(clock.now())
  clock.advance({ seconds: 20 })

  const pending = await start(admin, created)
  const done = await ended(admin, created)

  expect(created).toEqual({
    JobName: 'Everybody',
    JobId: expect.stringMatching(/^import-[0-9a-zA-Z]{10}$/),
    UserPoolId,
    PreSignedUrl: expect.stringContaining(
      `${standIn.s3Url}/aws-cognito-idp-user-import-us-east-1/`,
    ),
    CreationDate: createdAt,
    Status: 'Created',
    CloudWatchLogsRoleArn,
    ImportedUsers: 0,
    SkippedUsers: 0,
    FailedUsers: 0,
  })
  expect(pending).toEqual({ ...created, Status: 'Pending', StartDate: new Date(clock.now()) })
  expect(done.CompletionDate).toEqual(new Date(clock.now()))
})

test('the header of a file has the attributes of the pool, and two of its own', async ({
  standIn,
}) => {
  const { userPoolId: UserPoolId } = standIn.config
  const admin = administratorsClient(standIn)

  const { CSVHeader, UserPoolId: id } = await admin.send(new GetCSVHeaderCommand({ UserPoolId }))

  expect(id).toBe(UserPoolId)
  expect(CSVHeader).not.toContain('sub')
  expect(CSVHeader).toEqual(expect.arrayContaining(['email', 'email_verified', 'updated_at']))
  expect(CSVHeader?.slice(-2)).toEqual(['cognito:mfa_enabled', 'cognito:username'])
})

test('jobs are listed a page at a time, the newest first', async ({ standIn }) => {
  const { userPoolId: UserPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  const ids = []
  for (let count = 0; count < 3; count += 1) ids.unshift((await createJob(admin, UserPoolId)).JobId)
  const list = (PaginationToken?: string) =>
    admin.send(new ListUserImportJobsCommand({ UserPoolId, MaxResults: 2, PaginationToken }))

  const first = await list()
  const second = await list(first.PaginationToken)

  expect(first.UserImportJobs?.map(({ JobId }) => JobId)).toEqual(ids.slice(0, 2))
  expect(second.UserImportJobs?.map(({ JobId }) => JobId)).toEqual(ids.slice(2))
  expect(second.PaginationToken).toBeUndefined()
  await expect(list('other')).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Invalid pagination token.',
  })
})

test('a job without its file is not started', async ({ standIn }) => {
  const admin = administratorsClient(standIn)
  const job = await createJob(admin, standIn.config.userPoolId)

  await expect(start(admin, job)).rejects.toMatchObject({
    name: 'PreconditionNotMetException',
    message: `No csv file was uploaded for ${job.JobId}`,
  })
})

test('a job is started once, and none that is stopped or over is stopped', async ({ standIn }) => {
  const { userPoolId: UserPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  const { JobId } = await importUsers(admin, UserPoolId, [ada])

  await expect(
    admin.send(new StartUserImportJobCommand({ UserPoolId, JobId })),
  ).rejects.toMatchObject({
    name: 'PreconditionNotMetException',
    message: `Import job ${JobId} is Succeeded already.`,
  })
  await expect(
    admin.send(new StopUserImportJobCommand({ UserPoolId, JobId })),
  ).rejects.toMatchObject({
    name: 'PreconditionNotMetException',
    message: `Import job ${JobId} is Succeeded, and not in progress.`,
  })
})

test('a job that nobody starts for a day has expired, with its file', async ({
  standIn,
  clock,
}) => {
  const { userPoolId: UserPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  const job = await createJob(admin, UserPoolId)
  await upload(job, await csvOf(admin, UserPoolId, [ada]))
  clock.advance({ seconds: 24 * 60 * 60 })

  const { JobId } = job
  const { UserImportJob } = await admin.send(
    new DescribeUserImportJobCommand({ UserPoolId, JobId }),
  )

  expect(UserImportJob).toMatchObject({
    Status: 'Expired',
    CompletionMessage: 'The user import job has expired.',
  })
  await expect(start(admin, job)).rejects.toMatchObject({ name: 'PreconditionNotMetException' })
})

test('an import that the process was in goes on after the next start', async () => {
  const data = temporaryFolder()
  const first = await startStandIn({ data })
  const { userPoolId: UserPoolId } = first.config
  const admin = administratorsClient(first)
  const many = Array.from({ length: 3000 }, (_, index) => ({
    'cognito:username': `person-${index}@example.com`,
    email_verified: 'true',
  }))
  const job = await createJob(admin, UserPoolId)
  await upload(job, await csvOf(admin, UserPoolId, many))
  await start(admin, job)
  await first.close()

  const second = await startStandIn({ data })
  const done = await ended(administratorsClient(second), job)
  await second.close()

  expect(done).toMatchObject({ Status: 'Succeeded', ImportedUsers: 3000, SkippedUsers: 0 })
  expect([...first.faults, ...second.faults]).toEqual([])
})

test('unknown pools and jobs are not found, and nobody unsigned gets in', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId: UserPoolId } = standIn.config
  const admin = administratorsClient(standIn)
  const nowhere = { UserPoolId: 'us-east-1_nowhere00' }
  const unknown = { UserPoolId, JobId: 'import-unknown' }
  const noJob = {
    name: 'ResourceNotFoundException',
    message: 'Import job import-unknown does not exist.',
  }
  const noPool = { name: 'ResourceNotFoundException' }
  const create = { JobName: 'x', CloudWatchLogsRoleArn }

  await expect(admin.send(new DescribeUserImportJobCommand(unknown))).rejects.toMatchObject(noJob)
  await expect(admin.send(new StartUserImportJobCommand(unknown))).rejects.toMatchObject(noJob)
  await expect(admin.send(new StopUserImportJobCommand(unknown))).rejects.toMatchObject(noJob)
  await expect(admin.send(new GetCSVHeaderCommand(nowhere))).rejects.toMatchObject(noPool)
  await expect(
    admin.send(new ListUserImportJobsCommand({ ...nowhere, MaxResults: 1 })),
  ).rejects.toMatchObject(noPool)
  await expect(
    admin.send(new CreateUserImportJobCommand({ ...nowhere, ...create })),
  ).rejects.toMatchObject(noPool)
  await expect(
    cognito.send(new CreateUserImportJobCommand({ UserPoolId, ...create })),
  ).rejects.toMatchObject({ name: 'UnrecognizedClientException' })
})

test('who is imported is told to choose a password by who may be told', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId: UserPoolId, userPoolClientId: ClientId } = standIn.config
  await importUsers(administratorsClient(standIn), UserPoolId, [ada])

  // The template's client prevents user-existence errors.
  await expect(
    cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: ada.email, PASSWORD: 'anything-At-All-1' },
      }),
    ),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})
