import type { AccessKey } from '../administrator.ts'
import type { Crypto } from '../core/ports/crypto.ts'
import type { Service } from '../core/ports/service.ts'
import type { CallAws } from '../local-api/calls/call-routes.ts'
import type { ObjectPlaces } from '../local-api/objects/object-routes.ts'
import { presignUrl, signRequest, type Signing } from '../signature-v4/sign-request.ts'
import { uriEncode, uriEncodePath } from '../signature-v4/uri-encode.ts'

interface AdministratorOptions {
  key: AccessKey
  crypto: Crypto
  region: string
  /** That signatures are compared with. */
  wallNow: () => number
  cognitoUrl: string
  s3Url: string
  /** Not behind the edge: faults are for others, and the log has the call of `/_local`. */
  services: Readonly<Record<'cognito-idp' | 'cognito-identity' | 's3', Service>>
  buckets: () => readonly string[]
}

const targets = {
  'cognito-idp': 'AWSCognitoIdentityProviderService',
  'cognito-identity': 'AWSCognitoIdentityService',
} as const

/** What the console asks of AWS's own operations, signed with the administrator's key. */
export function createAsAdministrator(options: AdministratorOptions): {
  callAws: CallAws
  objects: ObjectPlaces
} {
  const { key, crypto, region, wallNow, cognitoUrl, s3Url, services, buckets } = options
  const signing = (service: string): Signing => ({ ...key, region, service, nowMs: wallNow() })
  const urlOf = (bucket: string, objectKey = '') =>
    new URL(`${s3Url}/${uriEncode(bucket)}${objectKey && `/${uriEncodePath(objectKey)}`}`)

  async function askS3(method: string, url: URL): Promise<Response> {
    return services.s3(await signRequest(crypto, signing('s3'), { method, url }))
  }

  return {
    async callAws(service, operation, body) {
      const request = await signRequest(crypto, signing(service), {
        method: 'POST',
        url: new URL(`${cognitoUrl}/`),
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `${targets[service]}.${operation}`,
        },
        body,
      })
      return services[service](request)
    },
    objects: {
      buckets,
      list(bucket, prefix, continuationToken) {
        const url = urlOf(bucket)
        url.search = String(
          new URLSearchParams({
            'list-type': '2',
            'max-keys': '100',
            delimiter: '/',
            prefix,
            ...(continuationToken !== undefined && { 'continuation-token': continuationToken }),
          }),
        )
        return askS3('GET', url)
      },
      head: (bucket, objectKey) => askS3('HEAD', urlOf(bucket, objectKey)),
      remove: (bucket, objectKey) => askS3('DELETE', urlOf(bucket, objectKey)),
      async link(bucket, objectKey, isDownload) {
        const url = urlOf(bucket, objectKey)
        if (isDownload) url.searchParams.set('response-content-disposition', 'attachment')
        return (await presignUrl(crypto, signing('s3'), url, 60)).href
      },
    },
  }
}
