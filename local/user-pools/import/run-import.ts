import { nextTurn } from '../../core/next-turn.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { checkHeader } from './columns.ts'
import { CsvError, fieldsOf, linesOf } from './csv.ts'
import { activeJobs, currentJob, isActive, jobKey, saveJob, type ImportJob } from './jobs.ts'
import { importRow } from './row.ts'

const maxFileBytes = 100 * 1024 * 1024
const maxRows = 500_000
const maxRowCharacters = 16_000
/** Lines that become users, and are counted, in one transaction. */
const linesAtOnce = 200

interface Line {
  /** In the file, from 1 on: the header's. */
  number: number
  text: string
}

type Outcome = 'imported' | 'skipped' | 'failed'

/** Goes on with what was started: a process may have ended in between. */
export function resumeImports(ctx: OperationContext): void {
  for (const job of activeJobs(ctx.store)) startImport(ctx, job)
}

/** Runs a job beside everything else. What it has done is kept with each step. */
export function startImport(ctx: OperationContext, job: ImportJob): void {
  const { running } = ctx.imports
  const key = jobKey(job)
  if (running.has(key)) return
  const run = runJob(ctx, job)
    .catch((error: unknown) => {
      const isOfFile = error instanceof CsvError
      if (!isOfFile) ctx.log.error('A user import failed', error)
      end(ctx, job, 'Failed', isOfFile ? error.message : 'The user import failed internally.')
    })
    .finally(() => running.delete(key))
  running.set(key, run)
}

/** Of a service that ends: jobs stop after the step that they are at. */
export async function endImports({ imports }: OperationContext): Promise<void> {
  imports.isEnding = true
  await Promise.all(imports.running.values())
}

async function runJob(ctx: OperationContext, started: ImportJob): Promise<void> {
  await checkFile(ctx, started)
  let number = 0
  let header: readonly string[] = []
  let lines: Line[] = []
  for await (const text of linesOf(open(ctx, started))) {
    number += 1
    if (number === 1) header = fieldsOf(text)
    else if (number > started.line && text.trim() !== '') lines.push({ number, text })
    if (lines.length < linesAtOnce) continue
    if (!(await takeLines(ctx, started, header, lines))) return
    lines = []
  }
  if (await takeLines(ctx, started, header, lines)) finish(ctx, started)
}

/**
 * That the file is one, before anybody of it is taken.
 *
 * @throws CsvError
 */
async function checkFile(ctx: OperationContext, job: ImportJob): Promise<void> {
  const size = ctx.imports.files.read(jobKey(job))?.sizeBytes ?? 0
  if (size > maxFileBytes) throw new CsvError('The CSV file is larger than 100 MB.')
  let lines = 0
  for await (const line of linesOf(open(ctx, job))) {
    if (lines === 0) checkHeader(poolOf(ctx, job), job, fieldsOf(line))
    lines += 1
  }
  if (lines === 0) throw new CsvError('The CSV file is empty.')
  if (lines - 1 > maxRows) throw new CsvError('The CSV file has more than 500,000 rows.')
}

function open(ctx: OperationContext, job: ImportJob): ReadableStream<Uint8Array> {
  const file = ctx.imports.files.read(jobKey(job))
  if (file) return file.body
  throw new CsvError('The CSV file is not there any more.')
}

function poolOf(ctx: OperationContext, { poolId }: ImportJob): UserPoolConfig {
  const pool = ctx.pools().find(({ id }) => id === poolId)
  if (pool) return pool
  throw new CsvError('The user pool has been deleted.')
}

/** @returns false for a job that goes on no more. */
async function takeLines(
  ctx: OperationContext,
  started: ImportJob,
  header: readonly string[],
  lines: readonly Line[],
): Promise<boolean> {
  if (ctx.imports.isEnding) return false
  const isOn = ctx.store.transaction(() => {
    const job = currentJob(ctx.store, started)
    if (!job || !isActive(job)) return false
    const counts = { imported: job.imported, skipped: job.skipped, failed: job.failed }
    for (const line of lines) counts[takeLine(ctx, job, header, line)] += 1
    const line = lines.at(-1)?.number ?? job.line
    saveJob(ctx.store, { ...job, ...counts, status: 'InProgress', line })
    return true
  })
  await ctx.store.settled()
  await nextTurn()
  return isOn
}

function takeLine(
  ctx: OperationContext,
  job: ImportJob,
  header: readonly string[],
  { number, text }: Line,
): Outcome {
  try {
    if (importRow(ctx, poolOf(ctx, job), job, rowOf(header, text))) return 'imported'
    report(ctx, job, `[SKIPPED] Line Number ${number} - The user already exists.`)
    return 'skipped'
  } catch (error) {
    if (!(error instanceof UserPoolError)) throw error
    report(ctx, job, `[FAILED] Line Number ${number} - ${error.message.trim()}`)
    return 'failed'
  }
}

function rowOf(header: readonly string[], text: string): ReadonlyMap<string, string> {
  if (text.length > maxRowCharacters) {
    throw invalidParameter('The User Record is longer than 16,000 characters.')
  }
  const fields = fieldsOf(text)
  if (fields.length !== header.length) {
    throw invalidParameter('The User Record has not as many fields as the header.')
  }
  return new Map(header.map((name, index) => [name, fields[index] ?? '']))
}

/** How many are too many AWS does not say: of what is known of it, more than came in. */
function finish(ctx: OperationContext, started: ImportJob): void {
  const job = currentJob(ctx.store, started)
  if (!job) return
  const isGood = job.failed + job.skipped <= job.imported
  if (isGood) end(ctx, job, 'Succeeded', 'Import Job Completed Successfully.')
  else end(ctx, job, 'Failed', 'Too many users have failed or been skipped during the import.')
}

function end(
  ctx: OperationContext,
  started: ImportJob,
  status: 'Succeeded' | 'Failed',
  message: string,
): void {
  const job = currentJob(ctx.store, started)
  if (!job || !isActive(job)) return
  saveJob(ctx.store, { ...job, status, message, completedAtMs: ctx.clock.now() })
  ctx.imports.discard(jobKey(job))
  const { imported, skipped, failed } = job
  report(ctx, job, `${message} ${imported} imported, ${skipped} skipped, ${failed} failed.`)
}

/** As CloudWatch would have it; nothing of the file is in it. */
function report({ log }: OperationContext, { id, name }: ImportJob, text: string): void {
  log.info(`${id}/${name}: ${text}`)
}
