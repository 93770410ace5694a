import { callerArn, identityPolicies, principalArn } from '../../iam/caller.ts'
import type { Checks } from '../../core/ports/checks.ts'
import { describeDecision } from '../../iam/describe-decision.ts'
import { evaluate, type Decision } from '../../iam/evaluate.ts'
import { requestConditions } from '../../http/request-conditions.ts'
import type { Identity } from './identity.ts'
import type { BucketConfig } from '../config.ts'
import { bucketArn } from '../bucket-arn.ts'
import { S3Error } from '../errors.ts'
import type { Tag } from '../model.ts'
import type { S3Request } from '../request.ts'
import { parseTagging } from '../tags/tags.ts'
import { existingTagKeys, requestTagKeys } from '../tags/tag-conditions.ts'

type Context = Record<string, string | readonly string[]>

/** What of a request is not the same for all that it touches. */
interface Touched {
  /** Undefined for the current version. */
  versionId?: string | undefined
  /** That it is to have. */
  tags?: readonly Tag[]
  /** The entity tag that a delete of many asks for, key by key. */
  match?: string | undefined
}

/** The rights of one signed request. */
export interface Rights {
  /** @throws AccessDenied, in S3's words. */
  check(action: string, bucket: BucketConfig, key?: string, touched?: Touched): void
  may(action: string, bucket: BucketConfig, key: string, touched: Touched): boolean
  /** For what is of no bucket. @throws AccessDenied */
  checkService(action: string): void
  /**
   * What a read of a key without an object is refused with: whether the key exists is for those to
   * know who may list it.
   */
  missing(bucket: BucketConfig, key: string, headers?: Record<string, string>): S3Error
}

export type FindTags = (
  bucketName: string,
  key: string,
  versionId: string | undefined,
) => readonly Tag[]

/** Decides by the policies of the role or user, and the bucket's own. */
export function createRights(
  { credentials, signed }: Identity,
  request: S3Request,
  nowMs: number,
  findTags: FindTags,
  checks?: Checks,
): Rights {
  const { principal } = credentials
  const context = contextOf(signed, request, nowMs, principalArn(principal))

  function decide(action: string, bucket: BucketConfig, key?: string, more?: Context): Decision {
    const policies = [...identityPolicies(principal), ...(bucket.policy ? [bucket.policy] : [])]
    const resource = arnOf(bucket, key)
    return evaluate({ principal, action, resource, context: { ...context, ...more } }, policies)
  }

  function note(action: string, resource: string, decision: Decision, error?: S3Error): void {
    const described = describeDecision({ action, resource }, decision)
    checks?.note({ name: action, isPassed: decision.allowed, decision: described }, error)
  }

  function contextFor(
    action: string,
    bucket: BucketConfig,
    key: string | undefined,
    { versionId, tags, match }: Touched,
  ): Context {
    if (key === undefined) return action.startsWith('s3:List') ? listingContext(request) : {}
    const header = action === 's3:PutObject' ? request.header('x-amz-tagging') : undefined
    const requested = tags ?? (header === undefined ? undefined : parseTagging(header))
    return {
      ...existingTagKeys(action, () => findTags(bucket.name, key, versionId)),
      ...(requested && requestTagKeys(requested)),
      ...(match !== undefined && { 's3:if-match': match }),
    }
  }

  function denial(decision: Decision, action: string, bucket: BucketConfig, key?: string): S3Error {
    const isByBucket =
      decision.statement !== undefined && bucket.policy?.statements.includes(decision.statement)
    const why = reasonOf(decision, action, isByBucket ? 'a resource-based' : 'an identity-based')
    return new S3Error('AccessDenied', {
      message: `User: ${callerArn(principal)} is not authorized to perform: ${action} on resource: "${arnOf(bucket, key)}" ${why}`,
    })
  }

  return {
    check(action, bucket, key, touched = { versionId: request.query.get('versionId') }) {
      const decision = decide(action, bucket, key, contextFor(action, bucket, key, touched))
      const error = decision.allowed ? undefined : denial(decision, action, bucket, key)
      note(action, arnOf(bucket, key), decision, error)
      if (error) throw error
    },
    may: (action, bucket, key, touched) =>
      decide(action, bucket, key, contextFor(action, bucket, key, touched)).allowed,
    checkService(action) {
      const resource = 'arn:aws:s3:::*'
      const asked = { principal, action, resource, context }
      const decision = evaluate(asked, identityPolicies(principal))
      const error = new S3Error('AccessDenied', {
        message: `User: ${callerArn(principal)} is not authorized to perform: ${action} ${reasonOf(decision, action, 'an identity-based')}`,
      })
      note(action, resource, decision, decision.allowed ? undefined : error)
      if (!decision.allowed) throw error
    },
    missing(bucket, key, headers = {}) {
      // S3 takes the key for `s3:prefix` here (https://github.com/ceph/ceph/pull/68577).
      const decision = decide('s3:ListBucket', bucket, undefined, { 's3:prefix': key })
      const denied = decision.allowed ? undefined : denial(decision, 's3:ListBucket', bucket)
      note('s3:ListBucket', arnOf(bucket, undefined), decision, denied)
      return denied ?? new S3Error('NoSuchKey', { details: { Key: key }, headers })
    },
  }
}

function reasonOf({ reason }: Decision, action: string, deniedBy: string): string {
  return reason === 'explicit-deny'
    ? `with an explicit deny in ${deniedBy} policy`
    : `because no identity-based policy allows the ${action} action`
}

function arnOf(bucket: BucketConfig, key: string | undefined): string {
  return key === undefined ? bucketArn(bucket) : `${bucketArn(bucket)}/${key}`
}

const authTypes = { header: 'REST-HEADER', query: 'REST-QUERY-STRING', form: 'POST' } as const

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
function contextOf(
  { by, version, signedAtMs }: Identity['signed'],
  request: S3Request,
  nowMs: number,
  arn: string,
): Context {
  const { headers, protocol, remoteAddress } = request
  const conditions = requestConditions({
    headers,
    isTls: protocol === 'https:',
    remoteAddress,
    nowMs,
  })
  const context: Context = {
    ...conditions,
    'aws:PrincipalArn': arn,
    's3:authType': authTypes[by],
    's3:signatureversion': version,
    ...(conditions['aws:SecureTransport'] === 'true' && { 's3:TlsVersion': '1.3' }),
  }
  if (signedAtMs !== undefined) {
    context['s3:signatureAge'] = String(Math.max(0, nowMs - signedAtMs))
  }
  setFrom(context, 's3:VersionId', request.query.get('versionId'))
  setFrom(context, 's3:if-match', request.header('if-match'))
  setFrom(context, 's3:if-none-match', request.header('if-none-match'))
  for (const name of [
    'x-amz-acl',
    'x-amz-content-sha256',
    'x-amz-copy-source',
    'x-amz-metadata-directive',
    'x-amz-server-side-encryption',
    'x-amz-storage-class',
  ]) {
    setFrom(context, `s3:${name}`, request.header(name))
  }
  return context
}

function listingContext({ query }: S3Request): Context {
  const context: Context = {}
  for (const name of ['prefix', 'delimiter', 'max-keys']) {
    setFrom(context, `s3:${name}`, query.get(name))
  }
  return context
}

function setFrom(context: Context, key: string, value: string | null | undefined): void {
  if (value !== null && value !== undefined) context[key] = value
}
