import type { PolicyDocument } from '../iam/policy/policy.ts'

/** A bucket as the template declares it. */
export interface BucketConfig {
  name: string
  /** What it was called while the template gave it no name. */
  formerName?: string
  region: string
  /** Whether each write leaves what was there before as an older version. */
  versioning: boolean
  /** Whether the template says Suspended: what is written is the one version `null`. */
  versioningSuspended?: boolean
  corsRules: readonly CorsRule[]
  /** What uploads have to be encrypted with, where that is not `AES256`. */
  encryption?: 'aws:kms'
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
