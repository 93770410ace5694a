import type { S3ErrorCode } from '../errors.ts'

/** What becomes of a header, or of a query parameter, that AWS documents for an operation. */
export type Treatment =
  /** The operation reads it, or it can change nothing here. */
  | 'honoured'
  /** 501 NotImplemented, by name: whoever sent it would be told that it held. */
  | 'refused'
  | OnlyValues

/** Values that change nothing here; any other is refused. */
interface OnlyValues {
  only: readonly string[]
  /** NotImplemented by name where it is not said. */
  code?: S3ErrorCode
}

/** By names in lower case; `x-amz-meta-*` stands for all that begin so. */
export type Treatments = Readonly<Record<string, Treatment>>

function all<T extends Treatment>(names: readonly string[], treatment: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, treatment]))
}

export const asksForOwner: Treatments = all(['x-amz-expected-bucket-owner'], 'honoured')

/** The owner is checked, and pays for everything. */
export const anyRequest: Treatments = {
  ...asksForOwner,
  ...all(['x-amz-request-payer'], 'honoured'),
}

const describesObject: Treatments = all(
  [
    'cache-control',
    'content-disposition',
    'content-encoding',
    'content-language',
    'content-type',
    'expires',
    'x-amz-meta-*',
  ],
  'honoured',
)

const knownChecksums = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256']
const otherChecksums = ['sha512', 'md5', 'xxhash64', 'xxhash3', 'xxhash128']

export const checksums: Treatments = {
  ...all(
    knownChecksums.map((name) => `x-amz-checksum-${name}`),
    'honoured',
  ),
  ...all(
    otherChecksums.map((name) => `x-amz-checksum-${name}`),
    'refused',
  ),
}

export const body: Treatments = {
  ...all(['content-length', 'content-md5', 'x-amz-sdk-checksum-algorithm'], 'honoured'),
  ...checksums,
}

export const writeConditions: Treatments = all(['if-match', 'if-none-match'], 'honoured')

export const readConditions: Treatments = all(
  ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'],
  'honoured',
)

export const copySource: Treatments = {
  ...all(
    [
      'x-amz-copy-source',
      'x-amz-copy-source-if-match',
      'x-amz-copy-source-if-none-match',
      'x-amz-copy-source-if-modified-since',
      'x-amz-copy-source-if-unmodified-since',
      'x-amz-source-expected-bucket-owner',
    ],
    'honoured',
  ),
  ...customerKey('x-amz-copy-source-'),
}

/** An object is encrypted with a key of its sender, which S3 does not keep. */
export function customerKey(prefix = 'x-amz-'): Treatments {
  const header = `${prefix}server-side-encryption-customer`
  return all([`${header}-algorithm`, `${header}-key`, `${header}-key-md5`], 'refused')
}

const acls: OnlyValues = {
  only: ['private', 'bucket-owner-full-control'],
  code: 'AccessControlListNotSupported',
}

/** What a new object is given beside its body: what would be lost is refused. */
export const givesObject: Treatments = {
  ...describesObject,
  'x-amz-tagging': 'honoured',
  'x-amz-acl': acls,
  ...all(
    [
      'x-amz-grant-full-control',
      'x-amz-grant-read',
      'x-amz-grant-read-acp',
      'x-amz-grant-write-acp',
    ],
    { only: [], code: 'AccessControlListNotSupported' },
  ),
  'x-amz-storage-class': { only: ['STANDARD'] },
  'x-amz-server-side-encryption': { only: ['AES256'] },
  'x-amz-server-side-encryption-bucket-key-enabled': { only: ['false'] },
  ...all(
    [
      'x-amz-object-lock-event-hold',
      'x-amz-object-lock-event-hold-duration-days',
      'x-amz-object-lock-event-hold-duration-years',
      'x-amz-object-lock-legal-hold',
      'x-amz-object-lock-mode',
      'x-amz-object-lock-retain-until-date',
      'x-amz-server-side-encryption-aws-kms-key-id',
      'x-amz-server-side-encryption-context',
      'x-amz-website-redirect-location',
    ],
    'refused',
  ),
  ...customerKey(),
}

export function honoured(...names: readonly string[]): Treatments {
  return all(names, 'honoured')
}

export function refused(...names: readonly string[]): Treatments {
  return all(names, 'refused')
}
