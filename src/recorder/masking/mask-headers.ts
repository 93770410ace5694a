import { mask } from './mask-text.ts'

/** What says nothing that anybody could use; of any other header its name alone is kept. */
const harmless: ReadonlySet<string> = new Set([
  'accept',
  'access-control-allow-origin',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'cache-control',
  'content-length',
  'content-type',
  'date',
  'etag',
  'if-match',
  'if-none-match',
  'last-modified',
  'retry-after',
  'x-amz-date',
  'x-amz-request-id',
  'x-amz-target',
  'x-amz-user-agent',
  'x-amz-version-id',
  'x-amzn-errortype',
  'x-amzn-requestid',
])

export function maskHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, harmless.has(name) ? value : mask]),
  )
}
