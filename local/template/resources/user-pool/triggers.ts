import type { UserPoolConfig } from '../../../user-pools/config.ts'
import {
  triggers,
  triggersNotRun,
  type TriggerName,
} from '../../../user-pools/triggers/trigger-table.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { ReadFunction } from '../function/function.ts'

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
  for (const [name, why] of Object.entries(triggersNotRun)) config.notEmulated(name, why)
  const read: Partial<Record<TriggerName, string>> = {}
  for (const name of Object.keys(triggers) as TriggerName[]) {
    const found = config.reference(name, functions, 'arn', 'function')
    if (found) read[name] = found.arn
  }
  return Object.keys(read).length > 0 ? read : undefined
}
