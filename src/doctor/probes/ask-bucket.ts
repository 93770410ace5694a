import { addressesOf } from './addresses.ts'
import type { DoctorPorts } from '../ports.ts'
import { request } from './request.ts'

export type BucketAnswer =
  /** `region` where the answer gives it away; `isPublic` when anybody may list it. */
  | { kind: 'there'; region: string | undefined; isPublic: boolean; status: number }
  | { kind: 'missing' }
  | { kind: 'untold'; status: number }
  /** Nothing came back, or, in a page, nothing that it may read. */
  | { kind: 'unread' }

/**
 * HeadBucket without a signature: whatever it answers, `x-amz-bucket-region` says where the bucket
 * is. A page may read it where the bucket's CORS lets it, and rarely that header.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
export async function askBucket(ports: DoctorPorts): Promise<BucketAnswer | undefined> {
  const { bucket } = addressesOf(ports.config)
  if (bucket === undefined) return undefined
  const response = await request(ports, `${bucket}/`, {
    method: 'HEAD',
    // A page follows on its own, or may not read where to.
    ...(ports.readsEveryAnswer && { redirect: 'manual' as const }),
  })
  if (!response) return { kind: 'unread' }
  const { status } = response
  const region = response.headers.get('x-amz-bucket-region') ?? undefined
  if (status === 404) return { kind: 'missing' }
  if (region === undefined && status !== 200 && status !== 403) return { kind: 'untold', status }
  return { kind: 'there', region, isPublic: status === 200, status }
}
