import type { RequestName } from '../requests/request-name.ts'
import type { FaultyService, FaultRule, Refusal } from './fault.ts'

type ByService = Readonly<Record<FaultyService, Refusal>>

const refusal = (status: number, code: string, message: string): Refusal => ({
  status,
  code,
  message,
})

/**
 * Cognito throttles with 400, as it refuses everything; its domain with the status of RFC 6585.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
const throttled: ByService = {
  'cognito-idp': refusal(400, 'TooManyRequestsException', 'Rate exceeded'),
  'cognito-identity': refusal(400, 'TooManyRequestsException', 'Rate exceeded'),
  kms: refusal(400, 'ThrottlingException', 'Rate exceeded'),
  ses: refusal(429, 'TooManyRequestsException', 'Too Many Requests'),
  sts: refusal(400, 'Throttling', 'Rate exceeded'),
  s3: refusal(503, 'SlowDown', 'Please reduce your request rate.'),
  'managed-login': refusal(429, 'too_many_requests', 'Too many requests.'),
  'social-providers': refusal(429, 'too_many_requests', 'Too many requests.'),
}

const failed: ByService = {
  'cognito-idp': refusal(500, 'InternalErrorException', 'Internal error'),
  'cognito-identity': refusal(500, 'InternalErrorException', 'Internal error'),
  kms: refusal(500, 'KMSInternalException', 'Internal error'),
  ses: refusal(500, 'InternalFailure', 'Internal error'),
  sts: refusal(500, 'InternalFailure', 'Internal error'),
  s3: refusal(500, 'InternalError', 'We encountered an internal error. Please try again.'),
  'managed-login': refusal(500, 'server_error', 'Internal error'),
  'social-providers': refusal(500, 'server_error', 'Internal error'),
}

const notAuthorized = (message: string) => refusal(400, 'NotAuthorizedException', message)
const expiredCode = refusal(
  400,
  'ExpiredCodeException',
  'Invalid code provided, please request a code again.',
)
const expiredSession = notAuthorized('Invalid session for the user, session is expired.')
const expiredCredentials = refusal(
  400,
  'ExpiredTokenException',
  'The security token included in the request is expired',
)

/** By operation, where it is not the access token. */
const expiredInUserPool: ReadonlyMap<string, Refusal | undefined> = new Map([
  ...['ConfirmSignUp', 'ConfirmForgotPassword', 'VerifyUserAttribute'].map(
    (name) => [name, expiredCode] as const,
  ),
  ['RespondToAuthChallenge', expiredSession],
  ['GetTokensFromRefreshToken', notAuthorized('Refresh Token has expired')],
  // They begin with nothing that could have expired.
  ...['SignUp', 'InitiateAuth', 'ForgotPassword', 'ResendConfirmationCode', 'RevokeToken'].map(
    (name) => [name, undefined] as const,
  ),
])

function expired({ service, operation }: RequestName): Refusal | undefined {
  switch (service) {
    case 'cognito-idp':
      if (operation.includes(' ')) return undefined
      if (expiredInUserPool.has(operation)) return expiredInUserPool.get(operation)
      return /^(?:Admin|Describe|List(?:Users|Groups|UserPool))/.test(operation)
        ? expiredCredentials
        : notAuthorized('Access Token has expired')
    case 'cognito-identity':
      return notAuthorized('Invalid login token. Token expired.')
    case 'kms':
    case 'ses':
      return expiredCredentials
    case 'sts':
      return refusal(400, 'ExpiredTokenException', 'Token expired')
    case 's3':
      return refusal(400, 'ExpiredToken', 'The provided token has expired.')
    case 'managed-login':
    case 'social-providers':
      if (operation.startsWith('POST ') && operation.endsWith('/token')) {
        return refusal(400, 'invalid_grant', 'The grant has expired.')
      }
      return /userinfo$/i.test(operation)
        ? refusal(401, 'invalid_token', 'Access token is expired.')
        : undefined
    default:
      return undefined
  }
}

/** @returns undefined where the service would go on, e.g. where nothing in the request can expire. */
export function refusalOf(fault: FaultRule, name: RequestName): Refusal | undefined {
  const service = name.service as FaultyService
  switch (fault.kind) {
    case 'throttle':
      return throttled[service]
    case 'error':
      return failed[service]
    case 'expired':
      return expired(name)
    case 'refusal': {
      const code = fault.error ?? ''
      const status = service === 's3' && code.startsWith('AccessDenied') ? 403 : 400
      return refusal(status, code, fault.message ?? code)
    }
    default:
      return undefined
  }
}
