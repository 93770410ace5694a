import { partitionAndAccount } from '../../iam/caller.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import type { BucketConfig } from '../config.ts'
import type { S3Request } from '../request.ts'
import type { Identity } from '../signature/identity.ts'
import {
  operationParameters,
  type OperationName,
  type OperationParameters,
} from './operation-parameters.ts'
import type { Treatment } from './treatment.ts'

const condition =
  /^(?:x-amz-copy-source-)?if-(?:none-)?match$|^(?:x-amz-copy-source-)?if-(?:un)?modified-since$/

/** What any operation's row refuses, for the operations that AWS does not document it for. */
const refusedElsewhere: ReadonlyMap<string, Treatment> = new Map(
  Object.values<OperationParameters>(operationParameters).flatMap(({ headers }) =>
    Object.entries(headers).filter(([, treatment]) => treatment !== 'honoured'),
  ),
)

/**
 * Holds a request to its operation's row before anything is done: what would silently be lost is
 * refused instead. A presigned request's parameters that stand for headers count as these.
 *
 * @throws NotImplemented with the header's name, AccessControlListNotSupported, AccessDenied and
 *   InvalidBucketOwnerAWSAccountID for the expected owner, InvalidArgument
 */
export function checkParameters(
  operation: OperationName,
  request: S3Request,
  identity: Identity,
  bucket?: BucketConfig,
): void {
  const row: OperationParameters = operationParameters[operation]
  for (const name of request.headerNames) {
    const value = request.header(name) ?? ''
    if (name === 'x-amz-server-side-encryption' && value === bucket?.encryption) continue
    check(name, value, row.headers[name] ?? undocumented(name, request.method))
    if (name.endsWith('expected-bucket-owner')) checkOwner(value, identity)
  }
  for (const [name, value] of request.query.pairs) {
    const treatment = row.query?.[name]
    if (treatment !== undefined) check(name, value, treatment)
    else if (name === 'versionId' && request.key !== '') {
      throw invalidArgument('This operation does not accept a version-id.', name, value)
    }
  }
}

/**
 * S3 passes over what it does not know. A condition that nobody looks at before something is written,
 * or a header that stands for something that is not kept, is refused.
 */
function undocumented(name: string, method: string): Treatment {
  const isRead = method === 'GET' || method === 'HEAD'
  if (condition.test(name)) return isRead ? 'honoured' : 'refused'
  return refusedElsewhere.get(name) ?? 'honoured'
}

function check(name: string, value: string, treatment: Treatment): void {
  if (treatment === 'honoured') return
  if (treatment === 'refused') throw notImplemented(name)
  if (treatment.only.includes(value)) return
  throw treatment.code === undefined ? notImplemented(name) : new S3Error(treatment.code)
}

function notImplemented(name: string): S3Error {
  return new S3Error('NotImplemented', { details: { Header: name } })
}

/** All buckets are of one account. */
function checkOwner(value: string, { credentials }: Identity): void {
  if (!/^\d{12}$/.test(value)) {
    throw new S3Error('InvalidBucketOwnerAWSAccountID', {
      message: `The value of the expected bucket owner parameter must be an AWS Account ID... [${value}]`,
    })
  }
  if (value !== partitionAndAccount(credentials.principal).account) {
    throw new S3Error('AccessDenied')
  }
}
