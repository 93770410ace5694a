import type { PolicyDocument } from '../iam/policy/policy.ts'

/** A key as the template declares it. */
export interface KeyConfig {
  arn: string
  /** Of the key: without it, that of a key made without one, which leaves all to the account's policies. */
  policy?: PolicyDocument
}
