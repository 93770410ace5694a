import { AuthError } from 'aws-amplify/auth'
import { expect, test } from 'vitest'
import { problemFrom, type AuthOperation } from '../../../../src/auth/auth-errors.ts'
import { problems } from '#words/problems'

const named = (name: string) => new AuthError({ name, message: 'Words that AWS may change.' })
const keyOf = (name: string, operation: AuthOperation = 'signIn') =>
  problemFrom(named(name), operation).key

test.each([
  ['UserNotFoundException', 'signIn', 'wrong-credentials'],
  ['NotAuthorizedException', 'signIn', 'wrong-credentials'],
  ['InvalidParameterException', 'signUp', 'input-refused'],
  ['InvalidPasswordException', 'signUp', 'password-refused'],
  ['AccessDeniedException', 'signIn', 'access-denied'],
  ['ResourceNotFoundException', 'signIn', 'wrong-pool-or-client'],
  ['NetworkError', 'signIn', 'unreachable'],
  ['LimitExceededException', 'requestReset', 'limit-exceeded'],
  ['TooManyRequestsException', 'signUp', 'throttled'],
  ['CodeMismatchException', 'confirmSignUp', 'code-wrong'],
  ['ExpiredCodeException', 'confirmReset', 'code-expired'],
  ['NotAuthorizedException', 'confirmSignUp', 'already-confirmed'],
  ['InternalErrorException', 'resendCode', 'aws-failed'],
] as const)('%s in %s is %s', (name, operation, key) => {
  expect(keyOf(name, operation)).toBe(key)
})

test('every operation answers the same for known and unknown accounts', () => {
  for (const operation of ['signIn', 'confirmReset'] as const) {
    expect(keyOf('UserNotFoundException', operation)).toBe(
      keyOf(operation === 'signIn' ? 'NotAuthorizedException' : 'CodeMismatchException', operation),
    )
  }
})

test('a name that AWS adds one day keeps the form', () => {
  expect(keyOf('BrandNewException')).toBe('unexpected')
})

test('a fault of our own is none of AWS’s, and goes on', () => {
  const fault = new TypeError('x is not a function')

  expect(() => problemFrom(fault, 'signIn')).toThrow(fault)
})

test('whatever AWS can mean says what to do next, or names the field to mend', () => {
  const silent = Object.entries(problems).filter(
    ([key, words]) => !('next' in words) && !/-(missing|malformed)$/.test(key),
  )

  expect(silent).toEqual([])
})

test.each([
  ['InvalidParameterException', 'signUp', 'sign-up-asks-for-more'],
  ['InvalidParameterException', 'confirmSignUp', 'code-wrong'],
  ['InternalErrorException', 'signUp', 'aws-failed'],
] as const)('%s about a required attribute at %s is %s', (name, operation, key) => {
  const message =
    'Attributes did not conform to the schema: name.formatted: The attribute name.formatted is required\n'
  const error = Object.assign(new Error(message), { name })

  expect(problemFrom(error, operation)).toMatchObject({ key })
})

test.each(['Invalid email address format.', 'Username should be an email.', ''])(
  'another InvalidParameterException at signUp is not about attributes: %j',
  (message) => {
    const error = Object.assign(new Error(message), { name: 'InvalidParameterException' })

    expect(problemFrom(error, 'signUp')).toEqual({ key: 'input-refused' })
  },
)

test.each([
  ['SignUp is not permitted for this user pool', 'signUp', 'sign-up-closed'],
  ['A client attempted to write unauthorized attribute', 'signUp', 'pool-misconfigured'],
  ['A client attempted to write unauthorized attribute', 'signIn', 'wrong-credentials'],
] as const)('a NotAuthorizedException that says “%s” at %s is %s', (message, operation, key) => {
  const error = Object.assign(new Error(message), { name: 'NotAuthorizedException' })

  expect(problemFrom(error, operation)).toMatchObject({ key })
})

test.each([
  ['NotAuthorizedException', 'Unable to login because of security reasons.', 'sign-in-blocked'],
  ['NotAuthorizedException', 'Request not allowed due to security reasons.', 'address-blocked'],
  ['NotAuthorizedException', 'Incorrect username or password.', 'wrong-credentials'],
  [
    'InvalidPasswordException',
    'Provided password cannot be used for security reasons.',
    'password-leaked',
  ],
  ['UserLambdaValidationException', 'Refused for security reasons.', 'refused-by-rule'],
])('%s “%s” is %s', (name, message, key) => {
  expect(problemFrom(Object.assign(new Error(message), { name }), 'signIn')).toMatchObject({ key })
})
