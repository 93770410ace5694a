import {
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserImportJobCommand,
  ListUsersCommand,
  StopUserImportJobCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { createTestDefinitions } from '../../../support/user-pools/definitions.ts'
import {
  createJob,
  csvOf,
  ended,
  start as startJob,
} from '../../../support/user-pools/user-imports.ts'
import { test, type StartOptions } from '../../../support/user-pools/user-pools.ts'

const credentials = administrator()

/** A file of two hundred people and one, the last of whom is read when `goOn` is called. */
function heldFile() {
  let goOn: () => void = () => undefined
  const isToGoOn = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let csv = ''
  let reads = 0
  const importFiles: NonNullable<StartOptions['importFiles']> = {
    uploadUrl: () => Promise.resolve('http://localhost/nowhere'),
    remove: () => Promise.resolve(),
    read() {
      const chunks = csv.split(/(?<=person-199@example\.com[^\n]*\n)/).map(encode)
      // Whether there is one is asked first, then how large it is, and then the whole is checked.
      reads += 1
      const isHeld = reads > 3
      return {
        sizeBytes: csv.length,
        body: new ReadableStream<Uint8Array>({
          async pull(controller) {
            const chunk = chunks.shift()
            if (chunk === undefined) return controller.close()
            if (isHeld && chunks.length === 0) await isToGoOn
            controller.enqueue(chunk)
          },
        }),
      }
    },
  }
  return { importFiles, goOn, setCsv: (text: string) => (csv = text) }
}

function encode(text: string) {
  return new TextEncoder().encode(text)
}

test('a job that is stopped takes nobody else, and holds off no other any more', async ({
  start,
}) => {
  const { importFiles, goOn, setCsv } = heldFile()
  const definitions = createTestDefinitions()
  const running = await start({ ...only(credentials), definitions, importFiles })
  const admin = signingClient(running.url, credentials)
  const { UserPool } = await admin.send(
    new CreateUserPoolCommand({
      PoolName: 'many',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
    }),
  )
  const UserPoolId = UserPool!.Id!
  const people = Array.from({ length: 201 }, (_, index) => ({
    'cognito:username': `person-${index}@example.com`,
    email_verified: 'true',
  }))
  setCsv(await csvOf(admin, UserPoolId, people))
  const job = await createJob(admin, UserPoolId)
  const other = await createJob(admin, UserPoolId)
  const { JobId } = job
  const describe = () => admin.send(new DescribeUserImportJobCommand({ UserPoolId, JobId }))

  await startJob(admin, job)
  for (;;) if ((await describe()).UserImportJob?.ImportedUsers === 200) break
  expect((await describe()).UserImportJob?.Status).toBe('InProgress')
  await expect(startJob(admin, other)).rejects.toMatchObject({
    name: 'PreconditionNotMetException',
    message: `Import job ${JobId} is active: one can be at a time.`,
  })
  const inProgress = {
    name: 'UserImportInProgressException',
    message: `User import job ${JobId} is in progress in user pool ${UserPoolId}.`,
  }
  await expect(admin.send(new UpdateUserPoolCommand({ UserPoolId }))).rejects.toMatchObject(
    inProgress,
  )
  await expect(admin.send(new DeleteUserPoolCommand({ UserPoolId }))).rejects.toMatchObject(
    inProgress,
  )
  const { UserImportJob } = await admin.send(new StopUserImportJobCommand({ UserPoolId, JobId }))
  goOn()

  expect(UserImportJob).toMatchObject({
    Status: 'Stopped',
    CompletionMessage: 'The Import Job was stopped by the developer.',
    ImportedUsers: 200,
  })
  await startJob(admin, other)
  expect(await ended(admin, other)).toMatchObject({ ImportedUsers: 1, SkippedUsers: 200 })
  const { Users } = await admin.send(
    new ListUsersCommand({ UserPoolId, Filter: 'email ^= "person-200"' }),
  )
  expect(Users).toHaveLength(1)
  expect((await describe()).UserImportJob?.ImportedUsers).toBe(200)
  admin.destroy()
})
