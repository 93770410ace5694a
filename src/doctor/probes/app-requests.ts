/**
 * How the app asks S3, by method: with the headers that make a browser ask first. The profile is
 * written by presigned URLs with conditions; everything else is signed by Amplify in headers.
 */
export const appRequests = {
  GET: signedHeaders(),
  PUT: [...signedHeaders(), 'content-type', 'cache-control', 'if-match', 'if-none-match'],
  DELETE: signedHeaders(),
} as const satisfies Record<string, readonly string[]>

export type AppMethod = keyof typeof appRequests

function signedHeaders(): string[] {
  return [
    'amz-sdk-invocation-id',
    'amz-sdk-request',
    'authorization',
    'x-amz-content-sha256',
    'x-amz-date',
    'x-amz-security-token',
    'x-amz-user-agent',
  ]
}
