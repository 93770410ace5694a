import type { DoctorPorts, DoctorSession } from '../ports.ts'
import { askCognito, type CognitoAnswer } from './ask-cognito.ts'
import { readClaims } from './read-claims.ts'

type Body = Extract<CognitoAnswer, { kind: 'answered' }>['body']

/** An operation of the person's own, with their access token. */
export function askAs(
  ports: DoctorPorts,
  { accessToken }: DoctorSession,
  operation: string,
): Promise<CognitoAnswer> {
  return askCognito(ports, 'cognito-idp', operation, { AccessToken: accessToken })
}

/** Who comes by a provider has none of the pool's factors: they prove themselves there. */
export function comesByProvider({ idToken }: DoctorSession): boolean {
  return readClaims(idToken)?.['identities'] !== undefined
}

export function usernameOf({ idToken }: DoctorSession): string {
  return String(readClaims(idToken)?.['cognito:username'])
}

/** A list of names in an answer; empty where there is none. */
export function namesIn(body: Body, member: string): readonly string[] {
  const value = body[member]
  return Array.isArray(value) ? value.map(String) : []
}

export function attributeIn(body: Body, name: string): unknown {
  const attributes = Array.isArray(body['UserAttributes']) ? body['UserAttributes'] : []
  return (attributes as { Name?: unknown; Value?: unknown }[]).find(({ Name }) => Name === name)
    ?.Value
}
