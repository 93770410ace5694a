import { problemFrom } from '../../auth/auth-errors.ts'
import type { AuthOperation } from '../../auth/auth-errors.ts'
import type { Problem } from '../../auth/problems/problem.ts'
import { redirectProblem } from '../../auth/problems/redirect.ts'
import { readAnswer } from '../../auth/redirect/answer.ts'
import type { RedirectAttempt } from '../../auth/redirect/attempt.ts'
import { checkOfProblem } from '../../ui/wording/problem-checks.ts'
import { problems } from '#words/problems'
import type { FormProblem } from './form-problems.ts'

export { isAnswerTo } from '../../auth/redirect/answer.ts'

/** @throws `error` itself where it is nothing that a person can act on. */
export function explainError(error: unknown, operation: AuthOperation): FormProblem {
  const { key, field } = problemFrom(error, operation)
  const name = error instanceof Error ? error.name : undefined
  const reached = reachedKey(key)
  const isDomain = reached === 'unreachable' && operation === 'redirect'
  const check = isDomain ? 'domain' : checkOfProblem[reached]
  const own = ownWordsOf(error)
  return { ...problems[reached], ...own, key, field, name, check: check ?? undefined }
}

/** What a trigger throws is for the person to read: Cognito wraps it into a sentence of its own. */
function ownWordsOf(error: unknown): { next: string } | undefined {
  if (!(error instanceof Error) || error.name !== 'UserLambdaValidationException') return undefined
  const [, words] = /^\w+ failed with error (.+)\.$/s.exec(error.message) ?? []
  return words === undefined ? undefined : { next: `${words}.` }
}

/** `fetch` fails in one way for everything, so the browser is asked whether there is a network. */
function reachedKey<Key extends string>(key: Key): Key | 'offline' {
  return key === 'unreachable' && !navigator.onLine ? 'offline' : key
}

/** Why an answer of the domain signs nobody in; undefined where there is no answer. */
export function explainAnswer(
  query: URLSearchParams,
  attempt: RedirectAttempt | undefined,
): FormProblem | undefined {
  const answer = readAnswer(query, attempt)
  switch (answer.kind) {
    case 'none':
      return undefined
    case 'used':
      return inWords({ key: 'redirect-used' })
    case 'stray':
      return inWords({ key: 'redirect-stray' })
    case 'refused': {
      const { code, description } = answer
      const name = description === undefined ? code : `${code}: ${description}`
      return inWords(redirectProblem(code, description), name)
    }
  }
}

/**
 * Why the answer could not be redeemed. Amplify puts the token endpoint's error code where others
 * have a message, and passes on what `fetch` threw.
 *
 * @throws `error` itself where it is nothing that a person can act on.
 */
export function explainFailure(error: unknown): FormProblem {
  if (!(error instanceof Error)) throw error
  if (error.name === 'OAuthSignInException') {
    return inWords(redirectProblem(error.message, undefined), error.message)
  }
  const isUnreached = error.name === 'TypeError'
  return explainError(isUnreached ? new UnreachedError() : error, 'redirect')
}

class UnreachedError extends Error {
  override readonly name = 'NetworkError'
}

function inWords({ key }: Problem, name?: string): FormProblem {
  return { ...problems[key], key, name, check: checkOfProblem[key] ?? undefined }
}
