import type { Participant } from './exchange.ts'

export interface DescribedCall {
  to: Participant
  operation: string
  variant: string | undefined
}

interface Call {
  method: string
  url: URL
  headers: Headers
  /** Of a request that has text. */
  body: string | undefined
}

/** What a request is, by the protocol it speaks; undefined where it is none of AWS's. */
export function describeCall(call: Call): DescribedCall | undefined {
  const [service, operation] = (call.headers.get('x-amz-target') ?? '').split('.')
  if (service === 'AWSCognitoIdentityService' && operation !== undefined) {
    return { to: 'identity-pool', operation, variant: undefined }
  }
  if (service === 'AWSCognitoIdentityProviderService' && operation !== undefined) {
    return { to: 'user-pool', operation, variant: variantOf(call.body) }
  }
  const { pathname, searchParams } = call.url
  if (/\/\.well-known\/(jwks\.json|openid-configuration)$/.test(pathname)) {
    const document = pathname.replace(/^.*\//, '')
    return { to: 'user-pool', operation: document, variant: undefined }
  }
  const endpoint = /\/(oauth2\/\w+|login|logout|signup)$/i.exec(pathname)?.[1]
  if (endpoint !== undefined) {
    const query = call.body === undefined ? searchParams : new URLSearchParams(call.body)
    const variant = query.get('grant_type') ?? query.get('identity_provider') ?? undefined
    return { to: 'domain', operation: endpoint, variant }
  }
  return isSigned(call) ? { to: 's3', operation: s3Operation(call), variant: undefined } : undefined
}

function variantOf(body: string | undefined): string | undefined {
  const read = parse(body)
  const variant = read['AuthFlow'] ?? read['ChallengeName']
  return typeof variant === 'string' ? variant : undefined
}

function parse(body = '{}'): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** By a header or, as presigned addresses are, in the query. */
function isSigned({ url, headers }: Call): boolean {
  const isPresigned = url.searchParams.has('X-Amz-Signature')
  return isPresigned || (headers.get('authorization') ?? '').startsWith('AWS4-HMAC-SHA256')
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html */
function s3Operation({ method, url: { searchParams: query } }: Call): string {
  const isPart = query.has('uploadId')
  switch (method) {
    case 'GET':
      return query.has('list-type') ? 'ListObjectsV2' : isPart ? 'ListParts' : 'GetObject'
    case 'HEAD':
      return 'HeadObject'
    case 'PUT':
      return isPart ? 'UploadPart' : 'PutObject'
    case 'DELETE':
      return isPart ? 'AbortMultipartUpload' : 'DeleteObject'
    default:
      return isPart ? 'CompleteMultipartUpload' : 'CreateMultipartUpload'
  }
}
