/**
 * The checks, in the order in which they are run and shown; also the fragments of `/diagnostics`
 * (`/diagnostics#cors`), which the app's error messages link to.
 */
export const checkIds = [
  'configuration',
  'region',
  'storage',
  'clock',
  'user-pool',
  'app-client',
  'sign-up',
  'account',
  'first-factors',
  'passkeys',
  'second-factors',
  'threat-protection',
  'domain',
  'callback-url',
  'identity-pool',
  'role',
  'bucket',
  'cors',
] as const

export type CheckId = (typeof checkIds)[number]

export type FindingStatus =
  | 'ok'
  | 'wrong'
  /** Works, but should be otherwise. */
  | 'doubtful'
  /** Could not be told from here; the finding says what would tell. */
  | 'unknown'
  /** Nothing of the kind is configured, or an earlier finding stands in the way. */
  | 'not-applicable'

/** What one check has found, in words for a person. */
export interface Finding {
  check: CheckId
  status: FindingStatus
  /** What is so, or what is wrong. */
  summary: string
  /** How we know: what was asked, and what came back. Secrets never appear. */
  evidence: string
  /** What to do, and where in the AWS console. Absent where there is nothing to mend. */
  remedy?: { text: string; console: string }
  /** What in `infra/template.yaml` would have done it: logical id and property, by dots. */
  template?: string
}
