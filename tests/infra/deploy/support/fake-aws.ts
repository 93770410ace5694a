import { EventEmitter, once } from 'node:events'
import { createTestClock, type TestClock } from '../../../support/core/clock.ts'
import { listen } from '../../../support/node/listen.ts'
import { createFakeCloudFormation, type FakeCloudFormation } from './fake-cloud-formation.ts'
import { actionOf, answerBucket, s3Error, type FakeBucket, type S3Request } from './fake-bucket.ts'
import { createFakeCloudFront, type FakeCloudFront } from './fake-cloud-front.ts'
import type { Failure, FakePool } from './fake-operations.ts'
import { parseQueryRequest, queryAnswer, QueryError, queryErrorAnswer } from './query-protocol.ts'
import { verifySignature, type SignedBy } from './verify-signature.ts'

export const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

/** The one that is there for templates. */
const templateBucket = 'my-templates'

interface Fault {
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
  cloudFront: FakeCloudFront
  pools: Map<string, FakePool>
  /** `CreateChangeSet` and so on, in order. */
  calls: string[]
  faults: Fault[]
  failures: Failure[]
  /** Called with the action and, of S3, the object's key. */
  onCall: (call: string) => void
  /** Resolves when the action is called next. */
  called(action: string): Promise<void>
  /** Texts of the templates, by `<bucket>/<key>`. */
  objects: Map<string, string>
  buckets: Map<string, FakeBucket>
  /** Session tokens that have run out. */
  expiredTokens: Set<string>
  /** Time goes on. */
  advance(ms: number): void
  close(): Promise<void>
}

/** CloudFormation, Cognito, S3 and CloudFront on one port, each request signed or refused. */
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
  const cloudFront = createFakeCloudFront()
  const ground = {
    now: () => clock.now(),
    takeFailure: () => failures.shift(),
    pools,
    buckets,
    distributions: cloudFront.distributions,
  }
  const cloudFormation = createFakeCloudFormation(ground, (url) => {
    const [, bucket = '', key = ''] = /^https:\/\/([^.]+)\.s3\.[^/]+\/(.+)$/.exec(url) ?? []
    const text = objects.get(`${bucket}/${key}`)
    if (text === undefined) throw new QueryError('ValidationError', 'S3 error: Access Denied')
    return text
  })

  async function answer(request: Request): Promise<Response> {
    const body = new Uint8Array(await request.arrayBuffer())
    const text = new TextDecoder().decode(body)
    const signedBy = await verifySignature(request, body, (id) =>
      id === credentials.accessKeyId ? credentials.secretAccessKey : undefined,
    )
    try {
      checkCredentials(request, signedBy)
      const url = new URL(request.url)
      if (signedBy?.service === 's3') {
        return answerS3({ method: request.method, url, headers: request.headers, body })
      }
      if (signedBy?.service === 'cloudfront') {
        return meetAndAnswer(
          request.method === 'POST' ? 'CreateInvalidation' : 'GetInvalidation',
          () => cloudFront.answer({ method: request.method, url }, text),
        )
      }
      const target = request.headers.get('x-amz-target')?.split('.')[1]
      if (target) return answerUserPools(target, JSON.parse(text) as { UserPoolId: string })
      const query = parseQueryRequest(text)
      return meetAndAnswer(query.action, () =>
        queryAnswer(query.action, cloudFormation.answer(query)),
      )
    } catch (error) {
      if (!(error instanceof QueryError)) throw error
      // S3 has an error at the root of its answer, the others inside.
      const isS3 = request.headers.get('authorization')?.includes('/s3/aws4_request')
      return isS3 ? s3Error(error.code, error.status, error.message) : queryErrorAnswer(error)
    }
  }

  function checkCredentials({ headers }: Request, signedBy: SignedBy | undefined): void {
    if (!headers.get('authorization')?.includes(credentials.accessKeyId)) {
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
    if (expiredTokens.has(headers.get('x-amz-security-token') ?? '')) {
      throw new QueryError(
        'ExpiredToken',
        'The security token included in the request is expired',
        403,
      )
    }
  }

  /** Answers, unless a test wants a fault here. */
  function meetAndAnswer(action: string, work: () => Response, key = ''): Response {
    aws.onCall(`${action} ${key}`.trim())
    const fault = meet(action)
    if (fault && fault.isLate !== true) throw errorOf(fault)
    const response = work()
    if (fault) throw errorOf(fault)
    return response
  }

  function meet(action: string): Fault | undefined {
    calls.push(action)
    arrivals.emit(action)
    const fault = faults.find((each) => each.action === action && each.times !== 0)
    if (fault?.times !== undefined) fault.times -= 1
    return fault
  }

  function answerS3(request: S3Request): Response {
    const [, bucket, ...parts] = request.url.pathname.split('/')
    const key = parts.join('/')
    return meetAndAnswer(
      actionOf(request),
      () => {
        if (bucket !== templateBucket) return answerBucket(buckets, request)
        objects.set(`${bucket}/${key}`, new TextDecoder().decode(request.body))
        return new Response(null, { headers: { etag: '"0"' } })
      },
      key,
    )
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
  const aws: FakeAws = {
    url,
    clock,
    onCall: () => undefined,
    cloudFormation,
    cloudFront,
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
      cloudFront.advance()
    },
    close,
  }
  return aws
}

function errorOf({ code, message, status }: Fault): QueryError {
  return new QueryError(code, message, status)
}

function jsonError(type: string, message: string): Response {
  return Response.json({ __type: type, message }, { status: 400 })
}
