import type { Output } from '@aws-sdk/client-cloudformation'

/** Where the app is hosted, as the stack's outputs say. */
export interface Site {
  /** Without a slash at the end. */
  url: string
  bucket: string
  distributionId: string
  /** CloudFront's own name for it, `d111111abcdef8.cloudfront.net`. */
  distributionDomain: string
}

/** @returns undefined for a stack that hosts nothing. */
export function siteOf(outputs: readonly Output[] | undefined): Site | undefined {
  const values = new Map(outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]))
  const url = values.get('SiteUrl')
  const bucket = values.get('SiteBucketName')
  const distributionId = values.get('SiteDistributionId')
  const distributionDomain = values.get('SiteDistributionDomain') ?? ''
  if (!url || !bucket || !distributionId) return undefined
  return { url, bucket, distributionId, distributionDomain }
}
