import type { UserPoolConfig } from '../../user-pools/config.ts'
import type { PropertyReader } from '../property-reader.ts'
import { Fault } from '../template-error.ts'

export type Pool = Pick<UserPoolConfig, 'id' | 'schema' | 'tier'>

/** The user pool that `UserPoolId` names. @throws Fault when the template has no such pool. */
export function poolOf(reader: PropertyReader, pools: readonly Pool[]): Pool {
  const id = reader.requiredString('UserPoolId')
  const pool = pools.find((candidate) => candidate.id === id)
  if (pool) return pool
  const message = `${reader.path}: this template has no user pool ${id}.`
  throw new Fault(reader.positionOf('UserPoolId'), message)
}

/** AWS answers FeatureUnavailableInTierException when the stack is created. */
export function checkTier(reader: PropertyReader, name: string, tier: Pool['tier']): void {
  if (tier === 'LITE')
    reader.problem(name, 'needs a pool whose UserPoolTier is ESSENTIALS or PLUS.')
}
