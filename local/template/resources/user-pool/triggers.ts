import type { UserPoolConfig } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { ReadFunction } from '../function/function.ts'

const notRun = [
  'CreateAuthChallenge',
  'CustomEmailSender',
  'CustomMessage',
  'CustomSMSSender',
  'DefineAuthChallenge',
  'InboundFederation',
  'PostAuthentication',
  'PostConfirmation',
  'PreAuthentication',
  'PreTokenGeneration',
  'PreTokenGenerationConfig',
  'UserMigration',
  'VerifyAuthChallengeResponse',
]

/**
 * A pool's triggers, which have to be functions of the same template: a sign-up that AWS's trigger
 * would refuse must not succeed here for want of it.
 */
export function readTriggers(
  pool: PropertyReader,
  functions: readonly ReadFunction[],
): UserPoolConfig['triggers'] {
  const config = pool.map('LambdaConfig')
  if (!config) return undefined
  for (const name of notRun) config.notEmulated(name, 'of the triggers only PreSignUp runs')
  config.notEmulated('KMSKeyID', 'no trigger gets an encrypted code')
  const preSignUp = config.reference('PreSignUp', functions, 'arn', 'function')
  return preSignUp && { preSignUp: preSignUp.arn }
}
