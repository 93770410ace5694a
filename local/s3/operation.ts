import type { Runtime } from '../core/ports/runtime.ts'
import type { Identity } from './signature/identity.ts'
import type { Rights } from './signature/authorize.ts'
import type { BucketDates } from './bucket-dates.ts'
import type { BucketConfig } from './config.ts'
import type { Garbage } from './objects/garbage.ts'
import type { Objects } from './objects/objects.ts'
import type { OperationName } from './parameters/operation-parameters.ts'
import type { S3Request } from './request.ts'
import type { Uploads } from './uploads/uploads.ts'

/** What an operation is given. */
export interface OperationContext {
  runtime: Runtime
  request: S3Request
  identity: Identity
  rights: Rights
  bucket: BucketConfig
  /** Empty for operations on the bucket. */
  key: string
  objects: Objects
  uploads: Uploads
  garbage: Garbage
  findBucket: (name: string) => BucketConfig | undefined
}

/** What an operation answers with; the service adds request ids and CORS headers. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string | ReadableStream<Uint8Array>
}

export interface Operation {
  /** As AWS calls it. */
  name: OperationName
  /**
   * The IAM action that the service checks first. Undefined where the operation checks by itself,
   * key by key.
   */
  action: string | undefined
  run(context: OperationContext): Answer | Promise<Answer>
}

/** What an operation of the service itself is given. */
export interface ServiceContext {
  request: S3Request
  identity: Identity
  buckets: readonly BucketConfig[]
  bucketDates: BucketDates
}

export interface ServiceOperation {
  /** As AWS calls it. */
  name: OperationName
  action: string
  run(context: ServiceContext): Answer
}
