import type { PolicyDocument } from '../iam/policy/policy.ts'

/** A bucket as the template declares it. */
export interface BucketConfig {
  name: string
  /** What it was called while the template gave it no name. */
  formerName?: string
  region: string
  versioning: boolean
  corsRules: readonly CorsRule[]
  /** From `AWS::S3::BucketPolicy`. */
  policy?: PolicyDocument
}

export interface CorsRule {
  allowedOrigins: readonly string[]
  allowedMethods: readonly string[]
  allowedHeaders: readonly string[]
  exposedHeaders: readonly string[]
  maxAgeSeconds?: number
}
