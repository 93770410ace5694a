import { withAliasesOfAdministrator } from '../admin/aliases.ts'
import { canBePasswordless } from '../admin/passwordless.ts'
import { invalidParameter } from '../attributes/rules.ts'
import { checkRequired, parseAttributesOfAdministrator } from '../attributes/sign-up.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { ImportedHash, UserMfa, UserRecord } from '../model.ts'
import { parseUsername, randomSub, type UsernameForm } from '../users/username.ts'
import { foldCase } from '../users/users.ts'
import { hashColumn } from './columns.ts'
import type { ImportJob } from './jobs.ts'
import { hashFault } from './password-hash.ts'

type Row = ReadonlyMap<string, string>

/**
 * Adds the user of a row of the file: with a hashed password, or where codes sign them in, CONFIRMED;
 * else to choose a password, RESET_REQUIRED. No trigger runs.
 *
 * @returns false for a name that is taken.
 * @throws UserPoolError for what the row has wrong; it says nothing of its values.
 */
export function importRow(
  ctx: OperationContext,
  pool: UserPoolConfig,
  { algorithm }: ImportJob,
  row: Row,
): boolean {
  const name = row.get('cognito:username') ?? ''
  if (name === '') throw invalidParameter('The User Record has no cognito:username.')
  if (/\s/.test(name)) throw invalidParameter('The cognito:username has a space or a tab.')
  if (ctx.users.find(pool, name)) return false
  const form = parseUsername(pool, name)
  const attributes = attributesOf(pool, row, form)
  const mfa = mfaOf(pool, row.get('cognito:mfa_enabled') ?? '', attributes)
  const hash = row.get(hashColumn) ?? ''
  const importedHash = algorithm && hash !== '' ? checkedHash({ algorithm, hash }) : undefined

  const sub = randomSub(ctx.random)
  const nowMs = ctx.clock.now()
  const user: UserRecord = {
    poolId: pool.id,
    username: form.attribute ? sub : foldCase(pool, form.username),
    sub,
    attributes,
    aliases: form.attribute ? [form.attribute] : [],
    status: 'RESET_REQUIRED',
    enabled: true,
    ...(importedHash && { importedHash }),
    ...(mfa && { mfa }),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
  const status = importedHash || canBePasswordless(pool, user) ? 'CONFIRMED' : 'RESET_REQUIRED'
  ctx.users.add(pool, withAliasesOfAdministrator(ctx, pool, { ...user, status }, false))
  return true
}

function attributesOf(
  pool: UserPoolConfig,
  row: Row,
  form: UsernameForm,
): Readonly<Record<string, string>> {
  const values = new Map(row)
  for (const name of [hashColumn, 'cognito:username', 'cognito:mfa_enabled']) values.delete(name)
  const birthdate = values.get('birthdate')
  if (birthdate) values.set('birthdate', isoDate(birthdate))
  for (const { name, type } of pool.schema) {
    if (type === 'Boolean' && values.has(name))
      values.set(name, (values.get(name) ?? '').toLowerCase())
  }
  const given = [...values].map(([Name, Value]) => ({ Name, Value }))
  const isVerified = pool.autoVerifiedAttributes.some(
    (name) => values.get(`${name}_verified`)?.toLowerCase() === 'true',
  )
  if (!isVerified) {
    throw invalidParameter(
      'The User Record does not set any of the auto verified attributes to true. (Example: email_verified to true).',
    )
  }
  const attributes = parseAttributesOfAdministrator(pool, given, form)
  checkRequired(pool, new Map(Object.entries(attributes)))
  return attributes
}

/** `02/01/1985` of the file is `1985-02-01`, as the attribute has it everywhere else. */
function isoDate(text: string): string {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}`
  const time = Date.parse(`${iso}T00:00:00.000Z`)
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso
  throw invalidParameter('The birthdate is no date in the format mm/dd/yyyy.')
}

/** Text messages are the second factor of whom the file says that they have one. */
function mfaOf(
  { mfaConfiguration, enabledMfas }: UserPoolConfig,
  text: string,
  attributes: Readonly<Record<string, string>>,
): UserMfa | undefined {
  const value = text.toLowerCase()
  const allowed = { ON: ['true', ''], OFF: ['false', ''], OPTIONAL: ['true', 'false', ''] }
  if (!allowed[mfaConfiguration].includes(value)) {
    throw invalidParameter(
      `cognito:mfa_enabled does not go with the MFA of the pool, ${mfaConfiguration}.`,
    )
  }
  const hasOne = value === 'true' && enabledMfas.includes('SMS_MFA')
  if (!hasOne || attributes['phone_number'] === undefined) return undefined
  return { enabled: ['SMS_MFA'], preferred: 'SMS_MFA' }
}

function checkedHash(hash: ImportedHash): ImportedHash {
  const fault = hashFault(hash)
  if (fault) throw invalidParameter(fault)
  return hash
}
