import { S3Error } from './errors.ts'
import type { Query } from './query.ts'
import type { S3Request } from './request.ts'

type Names = Readonly<Partial<Record<string, string>>>

/** What S3 has and this S3 has not, by sub-resource and method. */
const ofBucket: Readonly<Record<string, Names>> = {
  abac: verbs('BucketAbac', 'Get', 'Put'),
  accelerate: verbs('BucketAccelerateConfiguration', 'Get', 'Put'),
  acl: verbs('BucketAcl', 'Get', 'Put'),
  analytics: verbs('BucketAnalyticsConfiguration', 'Get', 'Put', 'Delete'),
  cors: verbs('BucketCors', 'Get', 'Put', 'Delete'),
  encryption: verbs('BucketEncryption', 'Get', 'Put', 'Delete'),
  'intelligent-tiering': verbs('BucketIntelligentTieringConfiguration', 'Get', 'Put', 'Delete'),
  inventory: verbs('BucketInventoryConfiguration', 'Get', 'Put', 'Delete'),
  lifecycle: {
    ...verbs('BucketLifecycleConfiguration', 'Get', 'Put'),
    DELETE: 'DeleteBucketLifecycle',
  },
  logging: verbs('BucketLogging', 'Get', 'Put'),
  metadataAnnotationTable: { PUT: 'UpdateBucketMetadataAnnotationTableConfiguration' },
  metadataConfiguration: {
    ...verbs('BucketMetadataConfiguration', 'Get', 'Delete'),
    POST: 'CreateBucketMetadataConfiguration',
  },
  metadataInventoryTable: { PUT: 'UpdateBucketMetadataInventoryTableConfiguration' },
  metadataJournalTable: { PUT: 'UpdateBucketMetadataJournalTableConfiguration' },
  metadataTable: {
    ...verbs('BucketMetadataTableConfiguration', 'Get', 'Delete'),
    POST: 'CreateBucketMetadataTableConfiguration',
  },
  metrics: verbs('BucketMetricsConfiguration', 'Get', 'Put', 'Delete'),
  notification: verbs('BucketNotificationConfiguration', 'Get', 'Put'),
  'object-lock': verbs('ObjectLockConfiguration', 'Get', 'Put'),
  ownershipControls: verbs('BucketOwnershipControls', 'Get', 'Put', 'Delete'),
  policy: verbs('BucketPolicy', 'Get', 'Put', 'Delete'),
  policyStatus: verbs('BucketPolicyStatus', 'Get'),
  publicAccessBlock: verbs('PublicAccessBlock', 'Get', 'Put', 'Delete'),
  replication: verbs('BucketReplication', 'Get', 'Put', 'Delete'),
  requestPayment: verbs('BucketRequestPayment', 'Get', 'Put'),
  session: { GET: 'CreateSession' },
  tagging: verbs('BucketTagging', 'Get', 'Put', 'Delete'),
  versioning: { PUT: 'PutBucketVersioning' },
  website: verbs('BucketWebsite', 'Get', 'Put', 'Delete'),
}

const ofObject: Readonly<Record<string, Names>> = {
  acl: verbs('ObjectAcl', 'Get', 'Put'),
  annotation: verbs('ObjectAnnotation', 'Get', 'Put', 'Delete'),
  encryption: { PUT: 'UpdateObjectEncryption' },
  'legal-hold': verbs('ObjectLegalHold', 'Get', 'Put'),
  renameObject: { PUT: 'RenameObject' },
  restore: { POST: 'RestoreObject' },
  retention: verbs('ObjectRetention', 'Get', 'Put'),
  select: { POST: 'SelectObjectContent' },
  torrent: verbs('ObjectTorrent', 'Get'),
}

/** Without the parameter that names one of them, their GET is a list of them all. */
const lists: Readonly<Record<string, readonly [parameter: string, operation: string]>> = {
  analytics: ['id', 'ListBucketAnalyticsConfigurations'],
  annotation: ['annotationName', 'ListObjectAnnotations'],
  'intelligent-tiering': ['id', 'ListBucketIntelligentTieringConfigurations'],
  inventory: ['id', 'ListBucketInventoryConfigurations'],
  metrics: ['id', 'ListBucketMetricsConfigurations'],
}

/** All of them that can reach this host. */
export const missingOperations: readonly string[] = [
  'CreateBucket',
  'DeleteBucket',
  ...[...Object.values(ofBucket), ...Object.values(ofObject)].flatMap((names) =>
    Object.values(names).filter((name) => name !== undefined),
  ),
  ...Object.values(lists).map(([, name]) => name),
]

/** Those that are here, whatever the method. */
const here = new Set(['attributes', 'delete', 'location', 'uploads', 'versions'])

/** Whether it stands for a part of a bucket or an object; what is not here has to be refused. */
export function isSubresource(name: string): boolean {
  return here.has(name) || Object.hasOwn(ofBucket, name) || Object.hasOwn(ofObject, name)
}

/**
 * Refuses by its name what is not here, before anything is looked at: it would else be taken for the
 * operation that has the same method and no sub-resource.
 *
 * @throws NotImplemented
 */
export function checkNotMissing({ method, key, query }: S3Request): void {
  if (key === '' && method === 'DELETE' && isPlain(query)) throw notImplemented('DeleteBucket')
  const table = key === '' ? ofBucket : ofObject
  const asked = method === 'HEAD' ? 'GET' : method
  for (const [subresource] of query.pairs) {
    const names = Object.hasOwn(table, subresource) ? table[subresource] : undefined
    const name = names?.[asked]
    if (name === undefined) continue
    const [parameter, list] = lists[subresource] ?? []
    const isList = asked === 'GET' && parameter !== undefined && !query.has(parameter)
    throw notImplemented(isList ? (list ?? name) : name)
  }
}

/** Comes before the bucket is looked for. @throws NotImplemented */
export function checkNotCreateBucket({ method, key, query }: S3Request): void {
  if (key === '' && method === 'PUT' && isPlain(query)) throw notImplemented('CreateBucket')
}

/** SDKs say in `x-id` which operation they mean. */
function isPlain({ pairs }: Query): boolean {
  return pairs.every(([name]) => name === 'x-id')
}

function notImplemented(operation: string): S3Error {
  return new S3Error('NotImplemented', {
    message: `The operation ${operation} is not implemented`,
    details: { Operation: operation },
  })
}

function verbs(name: string, ...given: readonly ('Get' | 'Put' | 'Delete')[]): Names {
  return Object.fromEntries(given.map((verb) => [verb.toUpperCase(), verb + name]))
}
