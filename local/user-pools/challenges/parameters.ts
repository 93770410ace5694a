import { UserPoolError } from '../errors.ts'

/** AuthParameters or ChallengeResponses. */
export type Parameters = Readonly<Record<string, string>>

/**
 * An empty one counts as absent.
 *
 * @throws InvalidParameterException
 */
export function requireParameter(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (value) return value
  throw missingParameter(name)
}

export function missingParameter(name: string): UserPoolError {
  return new UserPoolError('InvalidParameterException', `Missing required parameter ${name}`)
}
