import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import type { UserPoolConfig } from '../../config.ts'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { beginSrp, parseSrpA } from '../../srp/exchange.ts'
import { findArrival } from '../first-factors/candidate.ts'
import { requireParameter, type Parameters } from '../parameters.ts'
import { goOnAsDefined, type CustomStep } from './go-on-as-defined.ts'

const functions = [
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
] as const

/**
 * CUSTOM_AUTH: functions of the pool decide what is asked. With CHALLENGE_NAME=SRP_A and SRP_A the
 * password may be among it, by SRP.
 *
 * @throws InvalidParameterException in a pool without the functions, those of the functions, and as
 *   `findArrival`
 */
export async function customAuth(
  ctx: OperationContext,
  place: ClientOfPool,
  parameters: Parameters,
  { ClientMetadata }: Pick<InitiateAuthRequest, 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  checkHasFunctions(place.pool)
  const name = requireParameter(parameters, 'USERNAME')
  const isWithPassword = parameters['CHALLENGE_NAME'] === 'SRP_A'
  const A = isWithPassword ? parseSrpA(requireParameter(parameters, 'SRP_A')) : undefined
  const at = parameters['DEVICE_KEY']
  const candidate = await findArrival(ctx, place, name, at, ClientMetadata)
  const history = isWithPassword ? [{ challengeName: 'SRP_A', challengeResult: true }] : []
  const step: CustomStep = { ...place, candidate, name, history, proved: [] }
  return goOnAsDefined(ctx, step, A === undefined ? undefined : () => beginSrp(ctx, candidate, A))
}

/** @throws InvalidParameterException */
function checkHasFunctions({ triggers = {} }: UserPoolConfig): void {
  if (functions.every((name) => triggers[name] !== undefined)) return
  throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
}
