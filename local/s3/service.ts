import { checked, checksOf, type Checks } from '../core/ports/checks.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Service } from '../core/ports/service.ts'
import { xmlDocument, xmlHeaders } from '../http/rest-xml.ts'
import type { ResolveCredentials } from '../signature-v4/verify-signature.ts'
import { adoptObjects } from './objects/adopt-objects.ts'
import { createAuthenticator } from './signature/authenticate.ts'
import type { Identity } from './signature/identity.ts'
import { createRights, type Rights } from './signature/authorize.ts'
import { createBucketDates } from './bucket-dates.ts'
import type { BucketConfig } from './config.ts'
import { answerPreflight, corsHeaders } from './cors.ts'
import { S3Error } from './errors.ts'
import { isFormUpload, postObject } from './form/post-object.ts'
import { createGarbage } from './objects/garbage.ts'
import { createObjects } from './objects/objects.ts'
import { checkNotCreateBucket } from './missing-operations.ts'
import type { Answer } from './operation.ts'
import { operationParameters } from './parameters/operation-parameters.ts'
import { checkParameters } from './parameters/check-parameters.ts'
import { checkEmptyPayload } from './payload/payload-kind.ts'
import { createRequestIds, type RequestIds } from './request-ids.ts'
import { readRequest, type S3Request } from './request.ts'
import { findOperation, findServiceOperation } from './routes.ts'
import { createUploads } from './uploads/uploads.ts'

export interface S3Options {
  /** Read at each request, so that an edited template counts at once. */
  buckets: () => readonly BucketConfig[]
  /** Of other services of AWS: they are used as any, and listed nowhere. */
  serviceBuckets?: readonly BucketConfig[]
  runtime: Runtime
  resolveCredentials: ResolveCredentials
}

export interface S3 {
  fetch: Service
  /** Which operation a request means; undefined where it means none. */
  operationOf: (request: Request) => string | undefined
  /** All of them. */
  operations: readonly string[]
  /** What a page that sends a request may read of the answer. */
  corsOf: (request: Request) => Readonly<Record<string, string>>
  /** Has objects follow a bucket to the name that it was given, and dates what is new. */
  adopt(): void
  /** An object as a service of AWS reads it. */
  read(bucketName: string, key: string): StoredObject | undefined
  remove(bucketName: string, key: string): Promise<void>
  /** Forgets all objects and uploads. */
  clear(): Promise<void>
}

interface StoredObject {
  sizeBytes: number
  body: ReadableStream<Uint8Array>
}

/** The S3 REST API: every request signed by temporary credentials and allowed by policy. */
export function createS3({
  buckets,
  serviceBuckets = [],
  runtime,
  resolveCredentials,
}: S3Options): S3 {
  const authenticate = createAuthenticator(runtime.crypto, resolveCredentials)
  const requestIds = createRequestIds(runtime.random)
  const garbage = createGarbage(runtime)
  const objects = createObjects(runtime, garbage)
  const uploads = createUploads(runtime, garbage)
  const bucketDates = createBucketDates(runtime)
  const findBucket = (name: string) =>
    [...buckets(), ...serviceBuckets].find((bucket) => bucket.name === name)

  function findTags(bucketName: string, key: string, versionId: string | undefined) {
    const version =
      versionId === undefined
        ? objects.find(bucketName, key)
        : objects.findVersion(bucketName, key, versionId)
    return version?.kind === 'object' ? (version.tags ?? []) : []
  }

  async function answer(
    request: S3Request,
    bucket: BucketConfig | undefined,
    checks: Checks | undefined,
  ): Promise<Answer> {
    const nowMs = runtime.clock.now()
    const common = { runtime, objects, uploads, garbage, findBucket }
    if (bucket && isFormUpload(request)) {
      return postObject(
        { ...common, request, bucket },
        {
          resolveCredentials,
          nowMs,
          clientNowMs: runtime.clock.wallNow?.() ?? nowMs,
          admit(put, identity) {
            checkParameters('PutObject', put, identity)
            const rights = createRights(identity, put, nowMs, findTags, checks)
            rights.check('s3:PutObject', bucket, put.key)
            return rights
          },
        },
      )
    }
    const identity = await checked(checks, 'Authorization', () =>
      authenticate(request, bucket, nowMs, runtime.clock.wallNow?.()),
    )
    checkNotCreateBucket(request)
    const rights = createRights(identity, request, nowMs, findTags, checks)
    if (request.bucketName === undefined) return answerAlone(request, identity, rights)
    const { bucketName } = request
    if (!bucket) return checked(checks, 'Bucket', () => refuseBucket(bucketName))
    const operation = findOperation(request)
    checked(checks, `${operation.name}Request`, () =>
      checkParameters(operation.name, request, identity, bucket),
    )
    if (operation.action !== undefined) {
      rights.check(operation.action, bucket, request.key === '' ? undefined : request.key)
    }
    if (request.method !== 'PUT' && request.method !== 'POST') {
      checkEmptyPayload(request, identity.signed.payloadHash)
    }
    try {
      return await operation.run({
        ...common,
        request,
        identity,
        rights,
        bucket,
        key: request.key,
      })
    } catch (error) {
      // What no check of its own stands for is noted as the operation's.
      checks?.note({ name: operation.name, isPassed: false }, error)
      throw error
    }
  }

  function answerAlone(request: S3Request, identity: Identity, rights: Rights): Answer {
    const operation = findServiceOperation(request)
    checkParameters(operation.name, request, identity)
    rights.checkService(operation.action)
    checkEmptyPayload(request, identity.signed.payloadHash)
    return operation.run({ request, identity, buckets: buckets(), bucketDates })
  }

  async function fetch(httpRequest: Request): Promise<Response> {
    const ids = requestIds()
    let cors: Record<string, string> = {}
    let place: Record<string, string> = {}
    try {
      const request = readRequest(httpRequest, buckets())
      const bucket = request.bucketName === undefined ? undefined : findBucket(request.bucketName)
      if (request.method === 'OPTIONS') return answerPreflight(request.headers, bucket, ids)
      cors = corsHeaders(request.method, request.headers, bucket)
      if (bucket && request.key === '') place = { 'x-amz-bucket-region': bucket.region }
      const { status, headers, body } = await answer(request, bucket, checksOf(httpRequest))
      // One record of them all would be a shape of its own, made anew each time.
      const response = new Response(body ?? null, { status, ...(headers && { headers }) })
      if (request.method === 'PUT' && body === undefined) {
        response.headers.set('content-length', '0')
      }
      for (const [name, value] of Object.entries(cors)) response.headers.set(name, value)
      for (const [name, value] of Object.entries(ids)) response.headers.set(name, value)
      return response
    } catch (error) {
      const known = error instanceof S3Error ? error : unexpected(runtime, error)
      return errorResponse(known, httpRequest.method, { ...cors, ...place, ...ids })
    }
  }

  /** A request that S3 can read. */
  function readWhole(httpRequest: Request): S3Request | undefined {
    try {
      return readRequest(httpRequest, buckets())
    } catch (error) {
      if (error instanceof S3Error) return undefined
      throw error
    }
  }

  return {
    fetch,
    operations: [...Object.keys(operationParameters), 'PostObject'],
    operationOf(httpRequest) {
      const request = readWhole(httpRequest)
      try {
        return request && nameOfOperation(request)
      } catch (error) {
        if (error instanceof S3Error) return undefined
        throw error
      }
    },
    corsOf(httpRequest) {
      const { bucketName = '' } = readWhole(httpRequest) ?? {}
      return corsHeaders(httpRequest.method, httpRequest.headers, findBucket(bucketName))
    },
    adopt() {
      adoptObjects(runtime.store, buckets())
      for (const { name } of buckets()) bucketDates.of(name)
    },
    read(bucketName, key) {
      const found = objects.find(bucketName, key)
      const body = found && runtime.blobs.read(found.blobId)
      return found && body && { sizeBytes: found.sizeBytes, body }
    },
    async remove(bucketName, key) {
      const bucket = findBucket(bucketName)
      if (!bucket) return
      runtime.store.transaction(() => objects.remove(bucket, key))
      await garbage.collect()
    },
    async clear() {
      runtime.store.transaction(() => {
        objects.clear()
        uploads.clear()
      })
      await runtime.blobs.clear()
    },
  }
}

/** @throws NotImplemented, MethodNotAllowed */
function nameOfOperation(request: S3Request): string {
  if (request.bucketName === undefined) return findServiceOperation(request).name
  return isFormUpload(request) ? 'PostObject' : findOperation(request).name
}

function refuseBucket(name: string): never {
  throw new S3Error('NoSuchBucket', { details: { BucketName: name } })
}

function unexpected({ log }: Runtime, cause: unknown): S3Error {
  log.error('S3 could not answer a request', cause)
  return new S3Error('InternalError')
}

/** An answer to HEAD has no body: clients see the bare status. */
function errorResponse(
  error: S3Error,
  method: string,
  headers: Record<string, string> & RequestIds,
): Response {
  const body = xmlDocument([
    'Error',
    [
      ['Code', error.code],
      ['Message', error.message],
      ...Object.entries(error.details),
      ['RequestId', headers['x-amz-request-id']],
      ['HostId', headers['x-amz-id-2']],
    ],
  ])
  return new Response(method === 'HEAD' ? null : body, {
    status: error.status,
    headers: { ...xmlHeaders, ...error.headers, ...headers },
  })
}
