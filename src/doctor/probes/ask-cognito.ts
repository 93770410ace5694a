import { cognitoRequest, readCognitoReply } from '../../cognito/cognito-api.ts'
import type { DoctorPorts } from '../ports.ts'
import { addressesOf } from './addresses.ts'
import { request } from './request.ts'

export type CognitoAnswer =
  | { kind: 'answered'; body: Readonly<Record<string, unknown>>; date: string | undefined }
  /** `name` decides; `message` only tells apart what AWS has one name for. */
  | { kind: 'refused'; name: string; message: string; date: string | undefined }
  | { kind: 'unreachable' }

/** An operation that needs no AWS credentials, asked once and never again. */
export async function askCognito(
  ports: DoctorPorts,
  service: 'cognito-idp' | 'cognito-identity',
  operation: string,
  input: object,
): Promise<CognitoAnswer> {
  const { userPoolApi, identityPoolApi } = addressesOf(ports.config)
  const address = service === 'cognito-idp' ? userPoolApi : identityPoolApi
  const response = await request(ports, address, cognitoRequest(service, operation, input))
  if (!response) return { kind: 'unreachable' }
  // AWS exposes it to pages.
  const date = response.headers.get('date') ?? undefined
  const reply = await readCognitoReply(response)
  if (reply.kind === 'answered') return { ...reply, date }
  return { ...reply, name: reply.name ?? `HTTP ${response.status}`, date }
}
