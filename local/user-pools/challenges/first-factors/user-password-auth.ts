import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { requireParameter, type Parameters } from '../parameters.ts'
import { provePassword } from './password-proof.ts'
import { arriveWithPassword } from './arrive-with-password.ts'

/** USER_PASSWORD_AUTH: tokens for a password in clear text. */
export async function userPasswordAuth(
  ctx: OperationContext,
  clientOfPool: ClientOfPool,
  parameters: Parameters,
  { ClientMetadata }: Pick<InitiateAuthRequest, 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  const name = requireParameter(parameters, 'USERNAME')
  const password = requireParameter(parameters, 'PASSWORD')
  const given = { password, deviceKey: parameters['DEVICE_KEY'], validationData: ClientMetadata }
  const candidate = await arriveWithPassword(ctx, clientOfPool, name, given)
  return completeSignIn(ctx, await provePassword(ctx, candidate, password))
}
