import type { BucketConfig, CorsRule } from './config.ts'
import { S3Error } from './errors.ts'

const vary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'

const refused =
  "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec."

/**
 * Answers a preflight by the first rule that allows its origin, method and headers.
 *
 * @throws BadRequest, AccessForbidden
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export function answerPreflight(
  headers: Headers,
  bucket: BucketConfig | undefined,
  common: Readonly<Record<string, string>>,
): Response {
  const origin = headers.get('origin')
  if (origin === null) throw new S3Error('BadRequest')
  const method = headers.get('access-control-request-method')
  const ofBucket = { Method: method ?? 'OPTIONS', ResourceType: 'BUCKET' }
  if (!bucket) {
    throw new S3Error('AccessForbidden', {
      message: 'CORSResponse: Bucket not found',
      details: ofBucket,
    })
  }
  if (bucket.corsRules.length === 0) throw new S3Error('AccessForbidden', { details: ofBucket })
  if (!isCorsMethod(method)) {
    throw new S3Error('BadRequest', {
      message: `Invalid Access-Control-Request-Method: ${String(method)}`,
    })
  }
  const rule = findRule(bucket, origin, method, requestedHeaders(headers))
  if (!rule) {
    throw new S3Error('AccessForbidden', {
      message: refused,
      details: { Method: method, ResourceType: 'OBJECT' },
    })
  }
  return new Response(null, {
    status: 200,
    headers: { 'content-length': '0', ...headersOf(rule, origin, headers), ...common },
  })
}

/**
 * The CORS headers of any other answer, an error's too. None when no rule matches, not even `Vary`, as S3
 * was recorded to answer from 2023 to 2025: a cache may keep what an `<img>` fetched for a later `fetch`
 * of another origin, which then fails here as it does there.
 */
export function corsHeaders(
  method: string,
  headers: Headers,
  bucket: BucketConfig | undefined,
): Record<string, string> {
  if (!bucket || bucket.corsRules.length === 0) return {}
  const origin = headers.get('origin')
  const rule =
    origin === null ? undefined : findRule(bucket, origin, method, requestedHeaders(headers))
  return rule && origin !== null ? headersOf(rule, origin, headers) : {}
}

function findRule(
  bucket: BucketConfig,
  origin: string,
  method: string,
  requested: readonly string[],
): CorsRule | undefined {
  return bucket.corsRules.find(
    (rule) =>
      rule.allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      rule.allowedMethods.includes(method) &&
      requested.every((name) =>
        rule.allowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name)),
      ),
  )
}

function headersOf(rule: CorsRule, origin: string, headers: Headers): Record<string, string> {
  const isAnyone = rule.allowedOrigins.includes('*')
  const requested = requestedHeaders(headers)
  return {
    'access-control-allow-origin': isAnyone ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(requested.length > 0 && { 'access-control-allow-headers': requested.join(', ') }),
    ...(rule.exposedHeaders.length > 0 && {
      'access-control-expose-headers': rule.exposedHeaders.join(', '),
    }),
    ...(rule.maxAgeSeconds !== undefined && {
      'access-control-max-age': String(rule.maxAgeSeconds),
    }),
    ...(!isAnyone && { 'access-control-allow-credentials': 'true' }),
    vary,
  }
}

/** One `*` at most, standing for any characters; all else is compared exactly. */
function matches(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star === -1) return pattern === text
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end)
}

function requestedHeaders(headers: Headers): string[] {
  const list = headers.get('access-control-request-headers') ?? ''
  return list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
}

function isCorsMethod(method: string | null): method is string {
  return method !== null && ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'].includes(method)
}
