import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { findCandidateAtDevice } from './candidate.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { requireParameter, type Parameters } from '../parameters.ts'
import { provePassword } from './password-proof.ts'

/** USER_PASSWORD_AUTH: tokens for a password in clear text. */
export async function userPasswordAuth(
  ctx: OperationContext,
  clientOfPool: ClientOfPool,
  parameters: Parameters,
): Promise<InitiateAuthResponse> {
  const name = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  const candidate = await findCandidateAtDevice(ctx, clientOfPool, name, parameters['DEVICE_KEY'])
  return completeSignIn(ctx, await provePassword(ctx, candidate, password))
}
