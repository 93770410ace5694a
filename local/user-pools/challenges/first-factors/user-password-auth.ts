import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { findArrival } from './candidate.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { requireParameter, type Parameters } from '../parameters.ts'
import { provePassword } from './password-proof.ts'

/** USER_PASSWORD_AUTH: tokens for a password in clear text. */
export async function userPasswordAuth(
  ctx: OperationContext,
  clientOfPool: ClientOfPool,
  parameters: Parameters,
  { ClientMetadata }: Pick<InitiateAuthRequest, 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  const name = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  const at = parameters['DEVICE_KEY']
  const candidate = await findArrival(ctx, clientOfPool, name, at, ClientMetadata)
  return completeSignIn(ctx, await provePassword(ctx, candidate, password))
}
