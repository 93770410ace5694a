import type { UserPoolConfig } from '../../../user-pools/config.ts'
import {
  triggers,
  triggersNotRun,
  type TriggerName,
} from '../../../user-pools/triggers/trigger-table.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { ReadFunction } from '../function/function.ts'
import { checkTier, type Pool } from './pool-of.ts'

/**
 * A pool's triggers, which have to be functions of the same template: a sign-up that AWS's trigger
 * would refuse must not succeed here for want of it.
 */
export function readTriggers(
  pool: PropertyReader,
  functions: readonly ReadFunction[],
  tier: Pool['tier'],
): Pick<UserPoolConfig, 'triggers' | 'preTokenGenerationVersion'> {
  const config = pool.map('LambdaConfig')
  if (!config) return {}
  for (const [name, why] of Object.entries(triggersNotRun)) config.notEmulated(name, why)
  const { arn, version } = readTokenTrigger(config, functions, tier)
  const read: Partial<Record<TriggerName, string>> =
    arn === undefined ? {} : { PreTokenGeneration: arn }
  const inbound = readInboundTrigger(config, functions, tier)
  if (inbound !== undefined) read.InboundFederation = inbound
  for (const name of Object.keys(triggers) as TriggerName[]) {
    if (name === 'InboundFederation') continue
    const found = config.reference(name, functions, 'arn', 'function')
    if (found) read[name] = found.arn
  }
  return {
    ...(Object.keys(read).length > 0 && { triggers: read }),
    ...(version !== undefined && { preTokenGenerationVersion: version }),
  }
}

function readInboundTrigger(
  lambdaConfig: PropertyReader,
  functions: readonly ReadFunction[],
  tier: Pool['tier'],
): string | undefined {
  const config = lambdaConfig.map('InboundFederation')
  if (!config) return undefined
  const { arn } = config.requiredReference('LambdaArn', functions, 'arn', 'function')
  config.requiredOneOf('LambdaVersion', ['V1_0'])
  checkTier(config, 'LambdaVersion', tier)
  return arn
}

const tokenVersions = ['V1_0', 'V2_0', 'V3_0'] as const

/** The newer member says the version, too; where both are there, both name the same function. */
function readTokenTrigger(
  lambdaConfig: PropertyReader,
  functions: readonly ReadFunction[],
  tier: Pool['tier'],
): { arn?: string; version?: '2' | '3' } {
  const config = lambdaConfig.map('PreTokenGenerationConfig')
  if (!config) return {}
  const { arn } = config.requiredReference('LambdaArn', functions, 'arn', 'function')
  const version = config.requiredOneOf('LambdaVersion', tokenVersions)
  const older = lambdaConfig.reference('PreTokenGeneration', functions, 'arn', 'function')
  if (older && older.arn !== arn) {
    lambdaConfig.problem(
      'PreTokenGeneration',
      'names another function than PreTokenGenerationConfig.',
    )
  }
  if (version === 'V1_0') return { arn }
  checkTier(config, 'LambdaVersion', tier)
  return { arn, version: version === 'V2_0' ? '2' : '3' }
}
