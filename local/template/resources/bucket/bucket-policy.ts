import type { PolicyDocument } from '../../../iam/policy/policy.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { ReadBucket } from './bucket.ts'
import { readPolicyDocument } from '../role/policy-document.ts'
import { isPublic } from './public-access.ts'

/**
 * @returns the bucket's name and its policy.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html
 */
export function readBucketPolicy(
  reader: PropertyReader,
  buckets: readonly ReadBucket[],
): readonly [name: string, policy: PolicyDocument] {
  const bucket = reader.requiredReference('Bucket', buckets, 'name', 'bucket')
  const policy = readPolicyDocument(reader, 'PolicyDocument', 'resource')
  if (bucket.blocksPublicPolicy && isPublic(policy)) {
    reader.problem('PolicyDocument', 'lets everyone in, and the bucket blocks public policies.')
  }
  return [bucket.name, policy]
}
