import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { beginSrp, parseSrpA } from '../../srp/exchange.ts'
import { findArrival } from './candidate.ts'
import { requireParameter, type Parameters } from '../parameters.ts'

/** USER_SRP_AUTH: a PASSWORD_VERIFIER challenge, which needs no session. */
export async function userSrpAuth(
  ctx: OperationContext,
  clientOfPool: ClientOfPool,
  parameters: Parameters,
  { ClientMetadata }: Pick<InitiateAuthRequest, 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  const name = requireParameter(parameters, 'USERNAME')
  const A = parseSrpA(requireParameter(parameters, 'SRP_A'))
  const at = parameters['DEVICE_KEY']
  const candidate = await findArrival(ctx, clientOfPool, name, at, ClientMetadata)
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: await beginSrp(ctx, candidate, A),
  }
}
