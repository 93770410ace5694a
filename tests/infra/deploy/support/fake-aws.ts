import { EventEmitter, once } from 'node:events'
import { createTestClock, type TestClock } from '../../../support/clock.ts'
import { listen } from '../../../support/listen.ts'
import { createFakeCloudFormation, type FakeCloudFormation } from './fake-cloud-formation.ts'
import { answerBucket, type FakeBucket } from './fake-bucket.ts'
import type { Failure, FakePool } from './fake-operations.ts'
import { parseQueryRequest, queryAnswer, QueryError, queryErrorAnswer } from './query-protocol.ts'
import { verifySignature } from './verify-signature.ts'

export const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

export interface Fault {
  action: string
  code: string
  message: string
  status?: number
  /** How often; for ever where it is not said. */
  times?: number
  /** It is done all the same, and only the answer is lost. */
  isLate?: boolean
}

export interface FakeAws {
  url: string
  clock: TestClock
  cloudFormation: FakeCloudFormation
  pools: Map<string, FakePool>
  /** `CreateChangeSet` and so on, in order. */
  calls: string[]
  faults: Fault[]
  failures: Failure[]
  /** Resolves when the action is called next. */
  called(action: string): Promise<void>
  /** Texts of the objects, by `<bucket>/<key>`. */
  objects: Map<string, string>
  buckets: Map<string, FakeBucket>
  /** Session tokens that have run out. */
  expiredTokens: Set<string>
  /** Time goes on. */
  advance(ms: number): void
  close(): Promise<void>
}

/** CloudFormation, Cognito and S3 on one port, each request signed or refused. */
export async function startFakeAws(): Promise<FakeAws> {
  const clock = createTestClock()
  const pools = new Map<string, FakePool>()
  const failures: Failure[] = []
  const faults: Fault[] = []
  const calls: string[] = []
  const objects = new Map<string, string>()
  const buckets = new Map<string, FakeBucket>()
  const expiredTokens = new Set<string>()
  const arrivals = new EventEmitter()
  const ground = { now: () => clock.now(), takeFailure: () => failures.shift(), pools }
  const cloudFormation = createFakeCloudFormation(ground, (url) => {
    const [, bucket = '', key = ''] = /^https:\/\/([^.]+)\.s3\.[^/]+\/(.+)$/.exec(url) ?? []
    const text = objects.get(`${bucket}/${key}`)
    if (text === undefined) throw new QueryError('ValidationError', 'S3 error: Access Denied')
    return text
  })

  async function answer(request: Request): Promise<Response> {
    const body = await request.text()
    const signedBy = await verifySignature(request, body, (id) =>
      id === credentials.accessKeyId ? credentials.secretAccessKey : undefined,
    )
    const target = request.headers.get('x-amz-target')
    const action = target?.split('.')[1] ?? (request.method === 'PUT' ? 'PutObject' : '')
    try {
      if (!request.headers.get('authorization')?.includes(credentials.accessKeyId)) {
        throw new QueryError(
          'InvalidClientTokenId',
          'The security token included in the request is invalid.',
          403,
        )
      }
      if (!signedBy) {
        throw new QueryError(
          'SignatureDoesNotMatch',
          'The request signature we calculated does not match the signature you provided.',
          403,
        )
      }
      if (expiredTokens.has(request.headers.get('x-amz-security-token') ?? '')) {
        throw new QueryError(
          'ExpiredToken',
          'The security token included in the request is expired',
          403,
        )
      }
      if (signedBy.service === 's3') return answerS3(request, body)
      if (target) return answerUserPools(action, JSON.parse(body) as { UserPoolId: string })
      const query = parseQueryRequest(body)
      const fault = meet(query.action)
      if (fault && fault.isLate !== true) throw errorOf(fault)
      const result = cloudFormation.answer(query)
      if (fault) throw errorOf(fault)
      return queryAnswer(query.action, result)
    } catch (error) {
      if (!(error instanceof QueryError)) throw error
      return queryErrorAnswer(error)
    }
  }

  /** @returns the fault that a test wants here. */
  function meet(action: string): Fault | undefined {
    calls.push(action)
    arrivals.emit(action)
    const fault = faults.find((each) => each.action === action && each.times !== 0)
    if (fault?.times !== undefined) fault.times -= 1
    return fault
  }

  function answerS3(request: Request, body: string): Response {
    if (request.method === 'PUT') return putObject(request, body)
    const url = new URL(request.url)
    const answered = answerBucket(buckets, { method: request.method, url }, body)
    calls.push(answered.action)
    return answered.response
  }

  function putObject(request: Request, body: string): Response {
    calls.push('PutObject')
    objects.set(decodeURIComponent(new URL(request.url).pathname.slice(1)), body)
    return new Response(null, { headers: { etag: '"0"' } })
  }

  function answerUserPools(
    action: string,
    { UserPoolId, ...changes }: { UserPoolId: string } & Partial<FakePool>,
  ): Response {
    calls.push(action)
    const pool = pools.get(UserPoolId)
    if (!pool) {
      return jsonError('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`)
    }
    if (action === 'ListUsers') {
      const people = Math.min(pool.EstimatedNumberOfUsers, 1)
      return Response.json({ Users: Array.from({ length: people }, () => ({ Username: 'ada' })) })
    }
    if (action === 'DescribeUserPool')
      return Response.json({ UserPool: { Id: UserPoolId, ...pool } })
    // What is not given goes back to its default.
    const next = {
      ...pool,
      AutoVerifiedAttributes: changes.AutoVerifiedAttributes ?? [],
      DeletionProtection: changes.DeletionProtection ?? 'INACTIVE',
    }
    const needed = pool.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate
    if (needed.some((name) => !next.AutoVerifiedAttributes.includes(name))) {
      return jsonError(
        'InvalidParameterException',
        'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
      )
    }
    pools.set(UserPoolId, next)
    return Response.json({})
  }

  const { url, close } = await listen(answer)
  return {
    url,
    clock,
    cloudFormation,
    pools,
    calls,
    faults,
    failures,
    async called(action) {
      await once(arrivals, action)
    },
    objects,
    buckets,
    expiredTokens,
    advance(ms) {
      clock.advance({ ms })
      cloudFormation.advance()
    },
    close,
  }
}

function errorOf({ code, message, status }: Fault): QueryError {
  return new QueryError(code, message, status)
}

function jsonError(type: string, message: string): Response {
  return Response.json({ __type: type, message }, { status: 400 })
}
