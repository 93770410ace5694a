import { addressesOf } from './addresses.ts'
import { readClaims } from './read-claims.ts'
import { askCognito, type CognitoAnswer } from './ask-cognito.ts'
import type { DoctorPorts, DoctorSession } from '../ports.ts'

type Identified = { kind: 'identified'; identityId: string } | Exclude<CognitoAnswer, Answered>
type Answered = Extract<CognitoAnswer, { kind: 'answered' }>

/** @param session whose identity; without one, a new guest's. */
export async function askIdentity(
  ports: DoctorPorts,
  session?: DoctorSession,
): Promise<Identified> {
  const answer = await askCognito(ports, 'cognito-identity', 'GetId', {
    IdentityPoolId: ports.config.identityPoolId,
    ...(session && { Logins: loginsOf(ports, session) }),
  })
  return answer.kind === 'answered'
    ? { kind: 'identified', identityId: String(answer.body['IdentityId']) }
    : answer
}

/** Whether credentials are given out; they are not kept. */
export function askCredentials(
  ports: DoctorPorts,
  session: DoctorSession,
  identityId: string,
): Promise<CognitoAnswer> {
  return askCognito(ports, 'cognito-identity', 'GetCredentialsForIdentity', {
    IdentityId: identityId,
    Logins: loginsOf(ports, session),
  })
}

/** By the issuer of the token itself, as Amplify does: a pool's id does not tell which it has. */
function loginsOf({ config }: DoctorPorts, { idToken }: DoctorSession): Record<string, string> {
  const issuer = readClaims(idToken)?.['iss']
  const provider =
    typeof issuer === 'string'
      ? issuer.replace(/^https?:\/\//, '')
      : addressesOf(config).loginProvider
  return { [provider]: idToken }
}
