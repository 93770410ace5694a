import type { Parameters } from '../authorization-server/parameters.ts'
import { readStructure } from '../http/read-shape.ts'
import { userPoolRequests } from '../user-pools/shapes.ts'
import { UserPoolError, type UserPoolErrorCode } from '../user-pools/errors.ts'
import type { Problem } from '../authorization-server/field.ts'
import { refusalOf } from './refusals.ts'
import type { Words } from './wording/catalogue.ts'

const fieldOf: Partial<Record<UserPoolErrorCode, string>> = {
  CodeMismatchException: 'code',
  EnableSoftwareTokenMFAException: 'code',
  ExpiredCodeException: 'code',
  InvalidPasswordException: 'password',
  PasswordHistoryPolicyViolationException: 'password',
  UsernameExistsException: 'username',
}

/**
 * What a user pool refuses: in English in its own words, as AWS's pages show it.
 *
 * @throws `error` itself when it is anything else.
 */
export function problemFrom(error: unknown, words: Words): Problem {
  if (!(error instanceof UserPoolError)) throw error
  const field = fieldOf[error.code]
  return { message: messageOf(error, words), ...(field !== undefined && { field }) }
}

function messageOf(error: UserPoolError, { userPool }: Words): string {
  const { message } = error
  if (!userPool) return message
  const refusal = refusalOf(error)
  return refusal ? userPool.refusals[refusal] : userPool.refused(message.trim())
}

interface Input {
  name: string
  label: string
}

/** The first of the inputs that was left empty; browsers ask for them first. */
export function findEmpty(
  form: Parameters,
  inputs: readonly Input[],
  words: Words,
): Problem | undefined {
  const empty = inputs.find(({ name }) => !form.has(name))
  return empty && { message: words.missing(empty.label), field: empty.name }
}

/**
 * What no operation may be given: the API's edge holds names and passwords to its model before an
 * operation runs, and here there is none. The least length of a password is its policy's affair.
 */
export function findSlip(
  form: Parameters,
  inputs: readonly Input[],
  words: Words,
): Problem | undefined {
  const empty = findEmpty(form, inputs, words)
  if (empty) return empty
  const has = (name: string) => inputs.some((input) => input.name === name)
  const username = inputs.find(({ name }) => name === 'username')
  if (username && !isUsername(form.get('username') ?? '')) {
    return { message: words.unfit(username.label), field: 'username' }
  }
  const password = form.get('password') ?? ''
  if (has('password') && (password.length > 256 || password.trim() !== password)) {
    return { message: words.unfitPassword, field: 'password' }
  }
  return undefined
}

export function isUsername(text: string): boolean {
  const faults: string[] = []
  const { members, type } = userPoolRequests('SignUp')
  readStructure({ type, members, required: ['Username'] }, { Username: text }, '', faults)
  return faults.length === 0
}

/** As people type or paste it, with spaces in it. */
export function typedCode(form: Parameters): string {
  return (form.get('code') ?? '').replaceAll(/\s/g, '')
}
