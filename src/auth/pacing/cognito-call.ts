/** One of Amplify's requests to a Cognito API. */
export interface CognitoCall {
  operation: string
  /** The same for every try of one call. */
  invocationId: string
  isLastTry: boolean
  /** Whether doing it twice does what doing it once does. */
  isRepeatable: boolean
  /** Whether it asks something for whoever is signed in, and changes nothing. */
  isRead: boolean
}

const target = /^AWSCognitoIdentity(?:Provider)?Service\.(\w+)$/
const tries = /^attempt=(\d+); max=(\d+)$/

/** @returns undefined for a request that is none. */
export function findCognitoCall(init: RequestInit | undefined): CognitoCall | undefined {
  const headers = new Headers(init?.headers)
  const [, operation] = target.exec(headers.get('x-amz-target') ?? '') ?? []
  const invocationId = headers.get('amz-sdk-invocation-id')
  if (operation === undefined || invocationId === null) return undefined
  const [, attempt, max] = tries.exec(headers.get('amz-sdk-request') ?? '') ?? []
  return {
    operation,
    invocationId,
    isLastTry: attempt === max,
    isRepeatable: isRepeatable(operation, init?.body),
    isRead: isRead(operation),
  }
}

/**
 * Reads; the first step of SRP, which makes a challenge and proves nothing; a refresh, which a
 * rotating pool answers again within its grace period; and revoking what is revoked.
 */
function isRepeatable(operation: string, body: unknown): boolean {
  if (operation === 'InitiateAuth') return /"AuthFlow":"USER_SRP_AUTH"/.test(String(body))
  return isRead(operation) || repeatable.has(operation)
}

const repeatable = new Set(['GetTokensFromRefreshToken', 'RevokeToken'])

function isRead(operation: string): boolean {
  return /^(?:Get|List)/.test(operation) && !changing.has(operation)
}

/** One brings new tokens, one sends a code. */
const changing = new Set(['GetTokensFromRefreshToken', 'GetUserAttributeVerificationCode'])
