import { cognitoEndpoint } from '../../cognito/cognito-api.ts'
import type { AppConfig } from '../../config/app-config.ts'
import { partitionOf } from '../../config/partitions.ts'

/** Where each service answers: in AWS, or on the local AWS. */
export interface Addresses {
  userPoolApi: string
  identityPoolApi: string
  /** The address of the pool's keys, and its issuer unless it has another (`isIssuerOfPool`). */
  issuer: string
  /** The key of `Logins` for tokens that do not say whose they are. */
  loginProvider: string
  /** Of managed login, without a slash at the end; undefined where there is none. */
  domain: string | undefined
  /** The address of the bucket, without a slash at the end; undefined where there is none. */
  bucket: string | undefined
}

export function addressesOf(config: AppConfig): Addresses {
  const { region, userPoolId, domain, bucket, local } = config
  const { dnsSuffix: suffix } = partitionOf(region)
  const userPoolApi = local?.userPoolEndpoint ?? cognitoEndpoint('cognito-idp', region)
  const issuer = `${withoutSlash(userPoolApi)}/${userPoolId}`
  return {
    userPoolApi,
    identityPoolApi: local?.identityPoolEndpoint ?? cognitoEndpoint('cognito-identity', region),
    issuer,
    loginProvider: issuer.replace(/^https?:\/\//, ''),
    domain:
      domain === undefined ? undefined : withoutSlash(local?.domainUrl ?? `https://${domain}`),
    bucket:
      bucket === undefined ? undefined : bucketAddress(bucket, `s3.${region}.${suffix}`, local),
  }
}

/** A name with dots does not fit the certificate of `*.s3.…`, so it goes into the path. */
function bucketAddress(bucket: string, host: string, local: AppConfig['local']): string {
  if (local) return `${withoutSlash(local.s3Endpoint)}/${bucket}`
  return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '')
}
