import type { Parameters } from '../authorization-server/parameters.ts'
import { UserPoolError, type UserPoolErrorCode } from '../user-pools/errors.ts'
import type { Problem } from './pages/layout.ts'
import { words } from './wording/words.en.ts'

const fieldOf: Partial<Record<UserPoolErrorCode, string>> = {
  CodeMismatchException: 'code',
  ExpiredCodeException: 'code',
  InvalidPasswordException: 'password',
  PasswordHistoryPolicyViolationException: 'password',
  UsernameExistsException: 'username',
}

/**
 * What a user pool refuses, in its own words, as AWS's pages show it.
 *
 * @throws `error` itself when it is anything else.
 */
export function problemFrom(error: unknown): Problem {
  if (!(error instanceof UserPoolError)) throw error
  const field = fieldOf[error.code]
  const { message } = error
  return { message, ...(field !== undefined && { field }) }
}

/** The first of the inputs that was left empty; browsers ask for them first. */
export function findEmpty(
  form: Parameters,
  inputs: readonly { name: string; label: string }[],
): Problem | undefined {
  const empty = inputs.find(({ name }) => !form.has(name))
  return empty && { message: words.missing(empty.label), field: empty.name }
}
