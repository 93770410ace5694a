import { findPartition } from '../core/partitions.ts'
import type { BucketConfig } from './config.ts'

export function bucketArn({ name, region }: Pick<BucketConfig, 'name' | 'region'>): string {
  return `arn:${findPartition(region).id}:s3:::${name}`
}
