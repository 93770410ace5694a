import { askCognito, type CognitoAnswer } from './ask-cognito.ts'
import type { DoctorPorts } from '../ports.ts'

/** Nobody's address, nor ever anybody's: RFC 2606, section 2, keeps `.invalid` free. */
export const nobody = 'doctor@nobody.invalid'

/** Any number will do that is not a multiple of SRP's prime: nobody goes on from here. */
const srpA = '2f'.repeat(128)

export type Flow = 'USER_SRP_AUTH' | 'USER_AUTH'

/**
 * Begins a sign-in of nobody, by a way that has no password in it: it cannot be wrong, so it locks
 * nobody out, and as there is no such user nothing is sent to anybody.
 *
 * @param username of whoever is signed in, for what is offered to them: it names no challenge, so
 *   nothing is sent to them either.
 */
export function beginSignIn(
  ports: DoctorPorts,
  flow: Flow,
  username = nobody,
): Promise<CognitoAnswer> {
  return askCognito(ports, 'cognito-idp', 'InitiateAuth', {
    ClientId: ports.config.userPoolClientId,
    AuthFlow: flow,
    AuthParameters: {
      USERNAME: username,
      ...(flow === 'USER_SRP_AUTH' && { SRP_A: srpA }),
    },
  })
}

export type ClientState =
  | 'there'
  | 'missing'
  | 'has-secret'
  | 'flow-off'
  | 'tier-too-low'
  | 'untold'

/** What the beginning of a sign-in says of the client. */
export function clientStateOf(answer: CognitoAnswer): ClientState {
  if (answer.kind === 'answered') return 'there'
  if (answer.kind === 'unreachable') return 'untold'
  switch (answer.name) {
    case 'ResourceNotFoundException':
      return 'missing'
    // A trigger of the pool's own comes after everything about the client.
    case 'UserNotFoundException':
    case 'UserLambdaValidationException':
      return 'there'
    // Without a password in it, there is nothing else to refuse.
    case 'NotAuthorizedException':
      return /secret/i.test(answer.message) ? 'has-secret' : 'untold'
    // One name for a flow that is off and for any parameter that is amiss.
    case 'InvalidParameterException':
      return /not enabled/i.test(answer.message) ? 'flow-off' : 'untold'
    case 'FeatureUnavailableInTierException':
      return 'tier-too-low'
    default:
      return 'untold'
  }
}
