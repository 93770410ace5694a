import type {
  PasswordHashingAlgorithmType,
  UserImportJobStatusType,
  UserImportJobType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Store, Table } from '../../core/store/store.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'

/** A user import as the store keeps it. */
export interface ImportJob {
  readonly poolId: string
  /** `import-` and ten characters of `[0-9a-zA-Z]`. */
  readonly id: string
  /** Counts up in a pool: of two at the same time, which came later. */
  readonly number: number
  readonly name: string
  /** Not looked at: there is no CloudWatch here. */
  readonly roleArn: string
  readonly algorithm?: PasswordHashingAlgorithmType
  readonly uploadUrl: string
  readonly status: UserImportJobStatusType
  readonly message?: string
  readonly createdAtMs: number
  readonly startedAtMs?: number
  readonly completedAtMs?: number
  readonly imported: number
  readonly skipped: number
  readonly failed: number
  /** How many lines of the file are done. */
  readonly line: number
}

type Times = 'CreationDate' | 'StartDate' | 'CompletionDate'

/** Times are epoch seconds with a fraction. */
type Described = Omit<UserImportJobType, Times> & Partial<Record<Times, number>>

/** AWS says 24 to 48 hours. */
const expiresAfterMs = 24 * 60 * 60_000

function tableOf(store: Store): Table<ImportJob> {
  return store.table<ImportJob>('user-pools/import-jobs')
}

/** Also where its file is put. */
export function jobKey({ poolId, id }: Pick<ImportJob, 'poolId' | 'id'>): string {
  return `${poolId}/${id}`
}

/** As it is now; undefined once it is gone, with its pool or by a reset. */
export function currentJob(store: Store, job: ImportJob): ImportJob | undefined {
  return tableOf(store).get(jobKey(job))
}

export function saveJob(store: Store, job: ImportJob): ImportJob {
  tableOf(store).set(jobKey(job), job)
  return job
}

/** Newest first. One that nobody has started for a day is expired, and its file is gone. */
export function jobsOf(ctx: OperationContext, { id }: Pick<UserPoolConfig, 'id'>): ImportJob[] {
  const jobs = [...tableOf(ctx.store).entries({ prefix: `${id}/` })].map(([, job]) => job)
  return jobs.map((job) => expired(ctx, job)).toSorted((a, b) => b.number - a.number)
}

/** Those of all pools that have been started and have not come to an end. */
export function activeJobs(store: Store): ImportJob[] {
  return [...tableOf(store).entries()].flatMap(([, job]) => (isActive(job) ? [job] : []))
}

export function isActive({ status }: ImportJob): boolean {
  return status === 'Pending' || status === 'InProgress'
}

/** @throws ResourceNotFoundException */
export function requireJob(ctx: OperationContext, pool: UserPoolConfig, id: string): ImportJob {
  const job = tableOf(ctx.store).get(jobKey({ poolId: pool.id, id }))
  if (job) return expired(ctx, job)
  throw new UserPoolError('ResourceNotFoundException', `Import job ${id} does not exist.`)
}

/** @throws UserImportInProgressException for a pool that cannot be changed while people come in. */
export function checkNoImport(store: Store, poolId: string): void {
  const job = activeJobs(store).find((active) => active.poolId === poolId)
  if (!job) return
  throw new UserPoolError(
    'UserImportInProgressException',
    `User import job ${job.id} is in progress in user pool ${poolId}.`,
  )
}

function expired(ctx: OperationContext, job: ImportJob): ImportJob {
  const completedAtMs = job.createdAtMs + expiresAfterMs
  if (job.status !== 'Created' || ctx.clock.now() < completedAtMs) return job
  ctx.imports.discard(jobKey(job))
  const message = 'The user import job has expired.'
  return saveJob(ctx.store, { ...job, status: 'Expired', message, completedAtMs })
}

/** In the order in which AWS's own examples have it. */
export function describeJob(job: ImportJob): Described {
  return {
    JobName: job.name,
    JobId: job.id,
    UserPoolId: job.poolId,
    PreSignedUrl: job.uploadUrl,
    CreationDate: job.createdAtMs / 1000,
    ...(job.startedAtMs !== undefined && { StartDate: job.startedAtMs / 1000 }),
    ...(job.completedAtMs !== undefined && { CompletionDate: job.completedAtMs / 1000 }),
    Status: job.status,
    CloudWatchLogsRoleArn: job.roleArn,
    ...(job.algorithm && { PasswordHashingAlgorithm: job.algorithm }),
    ImportedUsers: job.imported,
    SkippedUsers: job.skipped,
    FailedUsers: job.failed,
    ...(job.message !== undefined && { CompletionMessage: job.message }),
  }
}
