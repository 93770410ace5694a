import type { Problem, Problems } from './problem.ts'

/**
 * What any operation can meet. Sources: the common errors of the API reference, the guide's
 * troubleshooting table, and Amplify's own names.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 */
export const commonProblems: Problems = new Map<string, Problem>([
  // A client or pool id of another pool or another region: AWS cannot tell these apart.
  ['ResourceNotFoundException', { key: 'wrong-pool-or-client' }],
  ['InvalidUserPoolConfigurationException', { key: 'pool-misconfigured' }],
  ['InvalidEmailRoleAccessPolicyException', { key: 'pool-misconfigured' }],
  ['InvalidSmsRoleAccessPolicyException', { key: 'pool-misconfigured' }],
  ['InvalidSmsRoleTrustRelationshipException', { key: 'pool-misconfigured' }],
  ['InvalidLambdaResponseException', { key: 'pool-misconfigured' }],
  ['UnexpectedLambdaException', { key: 'pool-misconfigured' }],
  ['UserLambdaValidationException', { key: 'refused-by-rule' }],
  ['FeatureUnavailableInTierException', { key: 'pool-misconfigured' }],
  ['UnsupportedOperationException', { key: 'flow-not-allowed' }],
  ['OperationNotEnabledException', { key: 'flow-not-allowed' }],
  ['AccessDeniedException', { key: 'access-denied' }],
  ['ForbiddenException', { key: 'access-denied' }],
  ['InvalidParameterException', { key: 'input-refused' }],
  ['CodeDeliveryFailureException', { key: 'code-not-sent' }],
  ['LimitExceededException', { key: 'limit-exceeded' }],
  ['TooManyFailedAttemptsException', { key: 'too-many-attempts' }],
  ['TooManyRequestsException', { key: 'throttled' }],
  ['ThrottlingException', { key: 'throttled' }],
  ['RequestThrottled', { key: 'throttled' }],
  ['InternalErrorException', { key: 'aws-failed' }],
  ['InternalServerException', { key: 'aws-failed' }],
  ['ServiceUnavailable', { key: 'aws-failed' }],
  ['ServiceUnavailableException', { key: 'aws-failed' }],
  // What Amplify makes of an answer that is no JSON, such as a gateway's error page.
  ['SyntaxError', { key: 'aws-failed' }],
  // No network, a blocked request, a region without the service, or an origin CORS refuses.
  ['NetworkError', { key: 'unreachable' }],
  ['AuthUnavailableError', { key: 'unreachable' }],
  ['UserAlreadyAuthenticatedException', { key: 'already-signed-in' }],
  ['UserUnAuthenticatedException', { key: 'session-ended' }],
  ['TokenRefreshException', { key: 'session-ended' }],
  ['RefreshTokenReuseException', { key: 'session-ended' }],
  ['TokenRevokedException', { key: 'session-ended' }],
])
