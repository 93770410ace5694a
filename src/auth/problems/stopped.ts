import type { Problem } from './problem.ts'

/**
 * What threat protection has stopped. AWS has no name of its own for it, so its words tell: a right
 * password would else be called wrong.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
 */
export function findStopped({ name, message }: Error): Problem | undefined {
  if (!message.includes('security reasons')) return undefined
  switch (name) {
    case 'InvalidPasswordException':
      return { key: 'password-leaked', field: 'password' }
    case 'NotAuthorizedException':
      return { key: message.startsWith('Request') ? 'address-blocked' : 'sign-in-blocked' }
    default:
      return undefined
  }
}
