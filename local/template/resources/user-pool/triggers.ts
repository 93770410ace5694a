import type { UserPoolConfig } from '../../../user-pools/config.ts'
import { triggers, type TriggerName } from '../../../user-pools/triggers/trigger-table.ts'
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
): Pick<UserPoolConfig, 'triggers' | 'preTokenGenerationVersion' | 'senderKeyArn'> {
  const config = pool.map('LambdaConfig')
  if (!config) return {}
  const { arn, version } = readTokenTrigger(config, functions, tier)
  const read: Partial<Record<TriggerName, string>> =
    arn === undefined ? {} : { PreTokenGeneration: arn }
  const inbound = readInboundTrigger(config, functions, tier)
  if (inbound !== undefined) read.InboundFederation = inbound
  const { senderKeyArn, read: readOfSenders } = readSenders(config, functions)
  Object.assign(read, readOfSenders)
  for (const name of Object.keys(triggers) as TriggerName[]) {
    if (name === 'InboundFederation' || isSender(name)) continue
    const found = config.reference(name, functions, 'arn', 'function')
    if (found) read[name] = found.arn
  }
  return {
    ...(Object.keys(read).length > 0 && { triggers: read }),
    ...(version !== undefined && { preTokenGenerationVersion: version }),
    ...(senderKeyArn !== undefined && { senderKeyArn }),
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

const senders = ['CustomEmailSender', 'CustomSMSSender'] as const

function isSender(name: TriggerName): boolean {
  return senders.some((sender) => sender === name)
}

type Senders = { [Name in (typeof senders)[number]]?: string }

/** Functions that send messages in the pool's place, and the key for what they are told. */
function readSenders(
  lambdaConfig: PropertyReader,
  functions: readonly ReadFunction[],
): { read: Senders; senderKeyArn: string | undefined } {
  const read: Senders = {}
  for (const name of senders) {
    const config = lambdaConfig.map(name)
    if (!config) continue
    config.requiredOneOf('LambdaVersion', ['V1_0'])
    read[name] = config.requiredReference('LambdaArn', functions, 'arn', 'function').arn
  }
  const senderKeyArn = lambdaConfig.string('KMSKeyID')
  const [sender] = Object.keys(read)
  if (senderKeyArn === undefined && sender !== undefined) {
    lambdaConfig.problem(sender, 'needs KMSKeyID beside it: it gets the code encrypted.')
  }
  if (senderKeyArn !== undefined && !keyArn.test(senderKeyArn)) {
    lambdaConfig.problem('KMSKeyID', `${senderKeyArn} is not the ARN of a key.`)
  }
  return { read, senderKeyArn }
}

const keyArn = /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/

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
