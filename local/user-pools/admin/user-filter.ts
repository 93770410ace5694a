import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { UserRecord } from '../model.ts'
import { foldCase } from '../users/users.ts'

type Read = (user: UserRecord) => string | undefined

/** What can be searched for; of attributes just these, custom ones never. */
const searchable: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['username', (user) => user.username],
  ['sub', (user) => user.sub],
  ['cognito:user_status', (user) => user.status],
  ['status', (user) => (user.enabled ? 'Enabled' : 'Disabled')],
  ...['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'].map(
    (name): [string, Read] => [name, (user) => user.attributes[name]],
  ),
])

/** Those that sign people in, which a pool may compare without regard to case. */
const foldable = new Set(['email', 'preferred_username'])

/**
 * Reads the `Filter` of ListUsers: an attribute, `=` or `^=` (starts with), and a value in quotation
 * marks, in which `\` takes the next character as it is. Empty, everybody passes.
 *
 * @throws InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 */
export function parseUserFilter(
  pool: UserPoolConfig,
  filter: string,
): (user: UserRecord) => boolean {
  if (filter.trim() === '') return () => true
  const match = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/su.exec(filter)
  if (!match) throw invalidParameter('Error while parsing filter.')
  const [, name = '', operator, quoted = ''] = match
  const read = searchable.get(name)
  if (!read) throw invalidParameter(`Invalid search attribute: ${name}`)

  const fold = foldFor(pool, name)
  const expected = fold(quoted.replaceAll(/\\(.)/gsu, '$1'))
  return (user) => {
    const value = read(user)
    if (value === undefined) return false
    return operator === '=' ? fold(value) === expected : fold(value).startsWith(expected)
  }
}

function foldFor(pool: UserPoolConfig, name: string): (value: string) => string {
  if (name === 'cognito:user_status') return (value) => value.toUpperCase()
  return foldable.has(name) ? (value) => foldCase(pool, value) : (value) => value
}
