/** What a developer can have the provider answer (RFC 6749, section 4.1.2.1). */
export const failures = {
  'fail-access-denied': {
    error: 'access_denied',
    error_description: 'The provider denied access, as the page was asked to.',
  },
  'fail-server-error': {
    error: 'server_error',
    error_description: 'The provider failed, as the page was asked to.',
  },
  'fail-unavailable': {
    error: 'temporarily_unavailable',
    error_description: 'The provider is not available, as the page was asked to be.',
  },
} as const

type Failure = keyof typeof failures

export function isFailure(intent: string): intent is Failure {
  return Object.hasOwn(failures, intent)
}
