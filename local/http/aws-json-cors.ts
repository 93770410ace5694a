/**
 * Browsers on any origin may call the Cognito APIs, as they may in AWS: the calls carry no cookies.
 * The first six headers are those that Amplify asks for; the rest come with signed SDK calls.
 */
const allowedHeaders = [
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'cache-control',
  'content-type',
  'x-amz-target',
  'x-amz-user-agent',
  'authorization',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-security-token',
]

export const awsJsonCorsHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
}

/** The answer to `OPTIONS /`. */
export function awsJsonPreflight(): Response {
  return new Response(null, {
    status: 200,
    headers: {
      ...awsJsonCorsHeaders,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': allowedHeaders.join(','),
      'access-control-max-age': '172800',
    },
  })
}
