/** Each has its words in `ui/wording`. */
type ProblemKey =
  | 'email-missing'
  | 'email-malformed'
  | 'password-missing'
  | 'password-refused'
  | 'code-missing'
  | 'code-wrong'
  | 'code-expired'
  | 'code-used'
  | 'code-not-sent'
  | 'wrong-credentials'
  | 'account-exists'
  | 'account-unknown'
  | 'already-confirmed'
  | 'already-signed-in'
  | 'sign-up-closed'
  | 'sign-up-asks-for-more'
  | 'refused-by-rule'
  | 'step-not-supported'
  | 'sign-in-expired'
  | 'second-factor-over'
  | 'attribute-refused'
  | 'input-refused'
  | 'too-many-attempts'
  | 'limit-exceeded'
  | 'throttled'
  | 'access-denied'
  | 'wrong-pool-or-client'
  | 'pool-misconfigured'
  | 'flow-not-allowed'
  | 'unreachable'
  | 'offline'
  | 'aws-failed'
  | 'session-ended'
  | 'redirect-cancelled'
  | 'redirect-expired'
  | 'redirect-stray'
  | 'redirect-used'
  | 'redirect-forgetful'
  | 'redirect-linked'
  | 'redirect-attributes'
  | 'redirect-disabled'
  | 'redirect-refused'
  | 'redirect-mismatch'
  | 'redirect-misconfigured'
  | 'redirect-provider-down'
  | 'redirect-provider-refused'
  | 'unexpected'

export interface Problem {
  key: ProblemKey
  /** Name of the form field to mend; without it the problem is the form's as a whole. */
  field?: string
}

/** Exception name → what the form shows. One table per operation, since names mean different things. */
export type Problems = ReadonlyMap<string, Problem>
