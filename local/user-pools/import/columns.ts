import type { UserPoolConfig } from '../config.ts'
import { CsvError } from './csv.ts'
import type { ImportJob } from './jobs.ts'

export const hashColumn = 'password_hash'

/**
 * GetCSVHeader: the columns of a file for a pool, in the order of its schema.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html
 */
export function columnsOf({ schema }: UserPoolConfig): string[] {
  const attributes = schema.map(({ name }) => name).filter((name) => name !== 'sub')
  return [...attributes, 'cognito:mfa_enabled', 'cognito:username']
}

/**
 * The header has all columns of the pool, in any order, and no others. That of hashed passwords has to
 * be there where the job says how they are hashed; AWS's example of such a file has few of the others.
 *
 * @throws CsvError
 */
export function checkHeader(
  pool: UserPoolConfig,
  { algorithm }: Pick<ImportJob, 'algorithm'>,
  header: readonly string[],
): void {
  const columns = columnsOf(pool)
  const unknown = header.find((name) => name !== hashColumn && !columns.includes(name))
  if (unknown !== undefined) {
    throw new CsvError(`The CSV header has a column that the user pool has not: ${clip(unknown)}`)
  }
  if (new Set(header).size < header.length) throw new CsvError('The CSV header has a column twice.')
  const needed = algorithm ? ['cognito:username', hashColumn] : columns
  const missing = needed.find((name) => !header.includes(name))
  if (missing === undefined) return
  throw new CsvError(`The CSV header lacks a column: ${clip(missing)}`)
}

function clip(name: string): string {
  return name.slice(0, 60)
}
