import { toBase64 } from './core/encoding/base64.ts'
import { randomBase32 } from './core/ports/random.ts'
import type { Runtime } from './core/ports/runtime.ts'
import { keptTable } from './core/store/kept-tables.ts'
import type { BucketConfig } from './s3/config.ts'
import type { S3 } from './s3/service.ts'
import { presignUrl } from './signature-v4/presign-url.ts'
import type { ResolveCredentials } from './signature-v4/verify-signature.ts'
import type { ImportFiles } from './user-pools/import/imports.ts'

export interface ImportBucket {
  bucket: BucketConfig
  files: ImportFiles
  resolveCredentials: ResolveCredentials
}

interface Place {
  region: string
  accountId: string
  s3Url: string
  s3: () => Pick<S3, 'read' | 'remove'>
}

const keyTable = keptTable('installation/import-key')

/**
 * The bucket of Cognito's own that files of people are put into, by whoever has the URL of a job, and
 * the key that signs such URLs, which is good for nothing else.
 */
export function createImportBucket(runtime: Runtime, place: Place): ImportBucket {
  const { region, accountId, s3Url, s3 } = place
  const bucket: BucketConfig = {
    name: `aws-cognito-idp-user-import-${region}`,
    region,
    versioning: false,
    corsRules: [],
    encryption: 'aws:kms',
  }
  const keys = runtime.store.table<{ accessKeyId: string; secretAccessKey: string }>(keyTable)
  function importKey() {
    const known = keys.get('key')
    if (known) return known
    const accessKeyId = `AKIA${randomBase32(runtime.random, 16)}`
    const key = { accessKeyId, secretAccessKey: toBase64(runtime.random.bytes(30)) }
    keys.set('key', key)
    return key
  }
  const arn = `arn:aws:iam::${accountId}:user/cognito-idp`
  const put = {
    effect: 'Allow',
    actions: ['s3:PutObject'],
    resources: [`arn:aws:s3:::${bucket.name}/*`],
    conditions: [],
  } as const
  const principal = {
    user: { id: 'AIDACOGNITOUSERIMPORT', arn, policies: [{ statements: [put] }] },
    context: { 'aws:PrincipalAccount': accountId, 'aws:PrincipalArn': arn },
  }
  return {
    bucket,
    resolveCredentials(accessKeyId) {
      const key = keys.get('key')
      return key?.accessKeyId === accessKeyId ? { ...key, principal } : undefined
    },
    files: {
      uploadUrl: (key) =>
        presignUrl(runtime, importKey(), {
          method: 'PUT',
          url: `${s3Url}/${bucket.name}/${key}`,
          headers: { 'x-amz-server-side-encryption': 'aws:kms' },
          region,
          service: 's3',
          expiresInSeconds: 900,
        }),
      read: (key) => s3().read(bucket.name, key),
      remove: (key) => s3().remove(bucket.name, key),
    },
  }
}
