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
 * @throws InvalidParameterException in a pool without the functions or for another CHALLENGE_NAME,
 *   those of the functions, and as `findArrival`
 */
export async function customAuth(
  ctx: OperationContext,
  place: ClientOfPool,
  parameters: Parameters,
  { ClientMetadata }: Pick<InitiateAuthRequest, 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  checkHasFunctions(place.pool)
  const name = requireParameter(parameters, 'USERNAME')
  const isWithPassword = readsPassword(parameters)
  const A = isWithPassword ? parseSrpA(requireParameter(parameters, 'SRP_A')) : undefined
  const at = parameters['DEVICE_KEY']
  const candidate = await findArrival(ctx, place, name, at, ClientMetadata)
  const history = isWithPassword ? [{ challengeName: 'SRP_A', challengeResult: true }] : []
  const step: CustomStep = { ...place, candidate, name, history, proved: [] }
  return goOnAsDefined(ctx, step, A === undefined ? undefined : () => beginSrp(ctx, candidate, A))
}

/**
 * SRP_A is the one challenge that may be begun with, and both parameters belong together. What AWS does
 * with others is not documented; to go on without the password that somebody sent would ask for less.
 *
 * @throws InvalidParameterException
 */
function readsPassword({ CHALLENGE_NAME, SRP_A }: Parameters): boolean {
  if (CHALLENGE_NAME === 'SRP_A') return true
  if (CHALLENGE_NAME !== undefined) {
    throw invalidParameter(`CUSTOM_AUTH cannot begin with CHALLENGE_NAME ${CHALLENGE_NAME}.`)
  }
  if (SRP_A !== undefined) throw invalidParameter('SRP_A needs CHALLENGE_NAME to be SRP_A.')
  return false
}

/** @throws InvalidParameterException */
function checkHasFunctions({ triggers = {} }: UserPoolConfig): void {
  if (functions.every((name) => triggers[name] !== undefined)) return
  throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
}
