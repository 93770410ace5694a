import type { BucketConfig, CorsRule } from '../../../s3/config.ts'
import { defined } from '../../defined.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type EvaluatedResource, refOf } from '../../resource-types.ts'
import { readPublicAccessBlock } from './public-access.ts'

export interface ReadBucket extends BucketConfig {
  /** S3 refuses a bucket policy that lets everyone in while this holds. */
  blocksPublicPolicy: boolean
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
export function readBucket(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
): ReadBucket {
  const name = refOf(resource, context)
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  if (!/^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/.test(name)) {
    reader.problem('BucketName', `${JSON.stringify(name)} cannot be a bucket’s name.`)
  }
  const reserved =
    /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.exec(name)
  if (reserved) reader.problem('BucketName', `S3 keeps names with ${reserved[0]} for itself.`)
  reader.checkNames('BucketName')
  reader.pass('Tags')
  readOwnership(reader)
  mentionWhatIsNotEmulated(reader)
  const formerName = reader.has('BucketName')
    ? context.formerId?.(resource.logicalId, resource.type)
    : undefined
  const versioning = reader
    .map('VersioningConfiguration')
    ?.requiredOneOf('Status', ['Enabled', 'Suspended'])
  return {
    name,
    ...defined('formerName', formerName),
    region: context.region,
    versioning: versioning === 'Enabled',
    ...defined('versioningSuspended', versioning === 'Suspended' || undefined),
    corsRules: (reader.map('CorsConfiguration')?.maps('CorsRules') ?? []).map(readCorsRule),
    blocksPublicPolicy: readPublicAccessBlock(reader),
  }
}

const methods = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'] as const

function readCorsRule(reader: PropertyReader): CorsRule {
  reader.pass('Id')
  const allowedOrigins = reader.strings('AllowedOrigins') ?? []
  const allowedMethods = reader.listOf('AllowedMethods', methods) ?? []
  for (const [name, list] of Object.entries({ allowedOrigins, allowedMethods })) {
    if (list.length > 0) continue
    reader.problem(name.replace('allowed', 'Allowed'), 'a CORS rule needs at least one.')
  }
  const wild = allowedOrigins.find((origin) => origin.split('*').length > 2)
  if (wild !== undefined) reader.problem('AllowedOrigins', `${wild} has more than one wildcard.`)
  return {
    allowedOrigins,
    allowedMethods,
    allowedHeaders: reader.strings('AllowedHeaders') ?? [],
    exposedHeaders: reader.strings('ExposedHeaders') ?? [],
    ...defined('maxAgeSeconds', reader.integer('MaxAge', { min: 0 })),
  }
}

function readOwnership(reader: PropertyReader): void {
  const ownerships = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'] as const
  for (const rule of reader.map('OwnershipControls')?.maps('Rules') ?? []) {
    if (rule.requiredOneOf('ObjectOwnership', ownerships) !== 'BucketOwnerEnforced') {
      rule.notEmulated('ObjectOwnership', 'access control lists grant nothing')
    }
  }
}

function mentionWhatIsNotEmulated(reader: PropertyReader): void {
  for (const [name, sentence] of Object.entries(notEmulated)) reader.notEmulated(name, sentence)
  reader.refuse('ObjectLockEnabled', 'The local AWS would let go of what AWS locks.')
  reader.refuse('ObjectLockConfiguration', 'The local AWS would let go of what AWS locks.')
}

const notEmulated = {
  AbacStatus: 'tags decide nothing',
  AccelerateConfiguration: 'the bucket has one address',
  AccessControl: 'access control lists grant nothing',
  AnalyticsConfigurations: 'nothing is measured',
  BucketEncryption: 'objects lie unencrypted in the local data folder',
  BucketNamePrefix: 'the bucket has a name of its own',
  BucketNamespace: 'the bucket has a name of its own',
  IntelligentTieringConfigurations: 'there is one storage class',
  InventoryConfigurations: 'no inventory is written',
  LifecycleConfiguration: 'nothing expires by itself',
  LoggingConfiguration: 'no access log is kept',
  MetadataConfiguration: 'there are no metadata tables',
  MetadataTableConfiguration: 'there are no metadata tables',
  MetricsConfigurations: 'nothing is measured',
  NotificationConfiguration: 'no event is sent',
  ReplicationConfiguration: 'nothing is copied elsewhere',
  WebsiteConfiguration: 'the bucket serves no website',
}
