import { partitionAndAccount } from '../iam/caller.ts'
import type { Identity } from './signature/identity.ts'
import { S3Error } from './errors.ts'
import type { S3Request } from './request.ts'

/** Headers that would change what is stored, each with the only values that change nothing. */
const harmless: ReadonlyMap<string, readonly string[]> = new Map([
  ['x-amz-server-side-encryption', ['AES256']],
  ['x-amz-storage-class', ['STANDARD']],
])

const unsupported =
  /^x-amz-(object-lock-|website-redirect-location$|write-offset-bytes$|server-side-encryption-)/

/**
 * What would silently be lost is refused instead.
 *
 * @throws NotImplemented, AccessControlListNotSupported, AccessDenied
 */
export function checkRequestHeaders(request: S3Request, identity: Identity): void {
  const names = request.presignedBy
    ? [...request.headers.keys(), ...request.query.pairs.map(([name]) => name.toLowerCase())]
    : [...request.headers.keys()]
  for (const name of names) {
    if (!name.startsWith('x-amz-')) continue
    const value = request.header(name) ?? ''
    if (unsupported.test(name) || harmless.get(name)?.includes(value) === false) {
      throw new S3Error('NotImplemented', { details: { Header: name } })
    }
    if (name.startsWith('x-amz-grant-') || (name === 'x-amz-acl' && !isDefaultAcl(value))) {
      throw new S3Error('AccessControlListNotSupported')
    }
    if (name.endsWith('expected-bucket-owner') && value !== accountOf(identity)) {
      throw new S3Error('AccessDenied')
    }
  }
}

/** The two that a bucket without ACLs accepts, since they change nothing. */
function isDefaultAcl(value: string): boolean {
  return value === 'private' || value === 'bucket-owner-full-control'
}

function accountOf({ credentials }: Identity): string {
  return partitionAndAccount(credentials.principal).account
}
