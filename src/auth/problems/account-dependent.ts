/**
 * Answers to ForgotPassword that depend on whether there is such an account, and in what state. The
 * form goes on as if a code were on its way, so that it never tells which accounts exist.
 */
export const accountDependentErrors: ReadonlySet<string> = new Set([
  'UserNotFoundException',
  'NotAuthorizedException',
  'InvalidParameterException',
])
