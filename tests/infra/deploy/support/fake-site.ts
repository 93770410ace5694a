import { createFakeBucket, isEmpty, type FakeBucket } from './fake-bucket.ts'
import type { FakeResource } from './fake-stack.ts'

export const site = {
  bucket: 'cognito-starter-sitebucket-4d5e6f',
  distributionId: 'E2EXAMPLE1234',
  domain: 'd111111abcdef8.cloudfront.net',
}

/** What is there of a site, beside the stack. */
export interface SiteGround {
  buckets: Map<string, FakeBucket>
  distributions: Set<string>
}

export function makeSiteResource(resource: FakeResource, ground: SiteGround): void {
  if (resource.logicalId === 'SiteBucket') {
    ground.buckets.set(resource.physicalId, createFakeBucket(resource.physicalId))
  }
  if (resource.logicalId === 'SiteDistribution') ground.distributions.add(resource.physicalId)
}

/** @returns why it cannot be deleted. */
export function deleteSiteResource(
  { logicalId, physicalId }: FakeResource,
  { buckets, distributions }: SiteGround,
): string | undefined {
  if (logicalId === 'SiteDistribution') distributions.delete(physicalId)
  if (logicalId !== 'SiteBucket') return undefined
  const bucket = buckets.get(physicalId)
  if (bucket && !isEmpty(bucket)) {
    return 'Resource handler returned message: "The bucket you tried to delete is not empty (Service: S3, Status Code: 409, Request ID: 0af1)" (RequestToken: 6e2f, HandlerErrorCode: GeneralServiceException)'
  }
  buckets.delete(physicalId)
  return undefined
}

export function siteOutputs(parameters: ReadonlyMap<string, string>): Record<string, string> {
  if (parameters.get('Hosting') !== 'true') return {}
  return {
    SiteUrl: `https://${parameters.get('SiteDomainName') || site.domain}`,
    SiteBucketName: site.bucket,
    SiteDistributionId: site.distributionId,
    SiteDistributionDomain: site.domain,
  }
}
