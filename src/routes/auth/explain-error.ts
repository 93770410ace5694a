import { problemFrom } from '../../auth/auth-errors.ts'
import type { AuthOperation } from '../../auth/auth-errors.ts'
import { problems } from '../../ui/wording/problems.en.ts'
import type { FormProblem } from './form-problems.ts'

/** @throws `error` itself where it is nothing that a person can act on. */
export function explainError(error: unknown, operation: AuthOperation): FormProblem {
  const { key, field } = problemFrom(error, operation)
  const name = error instanceof Error ? error.name : undefined
  return { ...problems[reachedKey(key)], key, field, name }
}

/** `fetch` fails in one way for everything, so the browser is asked whether there is a network. */
function reachedKey<Key extends string>(key: Key): Key | 'offline' {
  return key === 'unreachable' && !navigator.onLine ? 'offline' : key
}
