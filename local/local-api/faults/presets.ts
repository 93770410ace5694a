import type { FaultRule } from './fault.ts'

export interface Preset {
  /** As `POST /_local/faults` takes it. */
  name: string
  /** The row of AWS's table that it is after. */
  row: string
  rules: readonly FaultRule[]
}

const always = { kind: 'refusal', share: 1 } as const

function fromUserPool(operation: string, error: string, message: string): FaultRule {
  return { ...always, service: 'cognito-idp', operation, error, message }
}

const noSuchClient = 'User pool client does not exist.'

/**
 * The rows of “Troubleshooting the first call” in AWS's guide: what its readers meet, made to happen
 * here, where it is known to be a fault.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html
 */
export const presets: readonly Preset[] = [
  {
    name: 'user-not-found',
    row: 'UserNotFoundException',
    rules: [
      fromUserPool('InitiateAuth', 'UserNotFoundException', 'User does not exist.'),
      fromUserPool('ForgotPassword', 'UserNotFoundException', 'User does not exist.'),
    ],
  },
  {
    name: 'not-authorized',
    row: 'NotAuthorizedException',
    rules: [
      fromUserPool(
        'RespondToAuthChallenge',
        'NotAuthorizedException',
        'Incorrect username or password.',
      ),
    ],
  },
  {
    name: 'invalid-parameter',
    row: 'InvalidParameterException',
    rules: [
      fromUserPool('SignUp', 'InvalidParameterException', 'Invalid email address format.'),
      fromUserPool(
        'UpdateUserAttributes',
        'InvalidParameterException',
        'Invalid email address format.',
      ),
    ],
  },
  {
    name: 'invalid-password',
    row: 'InvalidParameterException (password policy violation)',
    rules: [
      fromUserPool(
        'SignUp',
        'InvalidPasswordException',
        'Password did not conform with policy: Password not long enough',
      ),
    ],
  },
  {
    name: 'access-denied',
    row: 'AccessDeniedException or similar permissions error',
    rules: [{ ...always, service: 's3', error: 'AccessDenied', message: 'Access Denied' }],
  },
  {
    name: 'id-mismatch',
    row: 'ClientId or UserPoolId mismatch',
    rules: [
      {
        ...always,
        service: 'cognito-idp',
        error: 'ResourceNotFoundException',
        message: noSuchClient,
      },
    ],
  },
  {
    name: 'region-mismatch',
    row: 'Region mismatch',
    rules: [
      {
        ...always,
        service: 'cognito-idp',
        error: 'ResourceNotFoundException',
        message: noSuchClient,
      },
      {
        ...always,
        service: 's3',
        error: 'AuthorizationHeaderMalformed',
        message: 'The authorization header is malformed; the region is wrong.',
      },
    ],
  },
  {
    name: 'user-not-confirmed',
    row: 'User not confirmed error',
    rules: [
      fromUserPool('InitiateAuth', 'UserNotConfirmedException', 'User is not confirmed.'),
      fromUserPool('RespondToAuthChallenge', 'UserNotConfirmedException', 'User is not confirmed.'),
    ],
  },
  {
    name: 'cors',
    row: 'CORS errors in browser applications',
    rules: [{ kind: 'no-cors', share: 1 }],
  },
]
