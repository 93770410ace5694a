import {
  CognitoIdentityProviderClient,
  CreateUserImportJobCommand,
  DescribeUserImportJobCommand,
  GetCSVHeaderCommand,
  StartUserImportJobCommand,
  type PasswordHashingAlgorithmType,
  type UserImportJobType,
} from '@aws-sdk/client-cognito-identity-provider'
import { onTestFinished } from 'vitest'
import type { TestStandIn } from '../stand-in.ts'

export const CloudWatchLogsRoleArn = 'arn:aws:iam::123456789012:role/import-logs'

/** A client with the administrator's key; it stops with the test. */
export function administratorsClient({ url, config, administrator }: TestStandIn) {
  const client = new CognitoIdentityProviderClient({
    endpoint: url,
    region: config.region,
    credentials: { ...administrator },
  })
  onTestFinished(() => client.destroy())
  return client
}

type Admin = CognitoIdentityProviderClient
export type Row = Readonly<Record<string, string>>

/** A file with all columns of the pool and those of the rows; commas are escaped. */
export async function csvOf(admin: Admin, UserPoolId: string, rows: readonly Row[]) {
  const { CSVHeader = [] } = await admin.send(new GetCSVHeaderCommand({ UserPoolId }))
  const columns = [...new Set([...CSVHeader, ...rows.flatMap((row) => Object.keys(row))])]
  const lines = rows.map((row) =>
    columns.map((name) => (row[name] ?? '').replaceAll(',', String.raw`\,`)).join(','),
  )
  return [columns.join(','), ...lines, ''].join('\n')
}

export async function createJob(
  admin: Admin,
  UserPoolId: string,
  PasswordHashingAlgorithm?: PasswordHashingAlgorithmType,
): Promise<UserImportJobType> {
  const { UserImportJob } = await admin.send(
    new CreateUserImportJobCommand({
      JobName: 'Everybody',
      UserPoolId,
      CloudWatchLogsRoleArn,
      ...(PasswordHashingAlgorithm && { PasswordHashingAlgorithm }),
    }),
  )
  return UserImportJob!
}

/** As AWS's guide has `curl` do it. */
export function upload({ PreSignedUrl }: UserImportJobType, csv: string | Uint8Array<ArrayBuffer>) {
  const headers = { 'x-amz-server-side-encryption': 'aws:kms' }
  return fetch(PreSignedUrl!, { method: 'PUT', body: csv, headers })
}

export async function start(admin: Admin, { UserPoolId, JobId }: UserImportJobType) {
  const { UserImportJob } = await admin.send(new StartUserImportJobCommand({ UserPoolId, JobId }))
  return UserImportJob!
}

/** The job once nobody is coming in any more. */
export async function ended(
  admin: Admin,
  { UserPoolId, JobId }: UserImportJobType,
): Promise<UserImportJobType> {
  for (;;) {
    const { UserImportJob } = await admin.send(
      new DescribeUserImportJobCommand({ UserPoolId, JobId }),
    )
    const { Status } = UserImportJob!
    if (Status !== 'Pending' && Status !== 'InProgress') return UserImportJob!
  }
}

/** A whole import: the file is put, the job is started, and over. */
export async function importUsers(
  admin: Admin,
  UserPoolId: string,
  csv: string | readonly Row[],
  algorithm?: PasswordHashingAlgorithmType,
): Promise<UserImportJobType> {
  const job = await createJob(admin, UserPoolId, algorithm)
  await upload(job, typeof csv === 'string' ? csv : await csvOf(admin, UserPoolId, csv))
  await start(admin, job)
  return ended(admin, job)
}

/** The same of a file that is where it belongs already. */
export async function importUploaded(admin: Admin, UserPoolId: string): Promise<UserImportJobType> {
  const job = await createJob(admin, UserPoolId)
  await start(admin, job)
  return ended(admin, job)
}
