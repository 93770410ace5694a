import type { UserPoolConfig } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'

export type Pool = Pick<UserPoolConfig, 'id' | 'schema' | 'tier' | 'threatProtection'>

/** The user pool that `UserPoolId` names. @throws Fault when the template has no such pool. */
export function poolOf(reader: PropertyReader, pools: readonly Pool[]): Pool {
  return reader.requiredReference('UserPoolId', pools, 'id', 'user pool')
}

/** AWS answers FeatureUnavailableInTierException when the stack is created. */
export function checkTier(reader: PropertyReader, name: string, tier: Pool['tier']): void {
  if (tier === 'LITE')
    reader.problem(name, 'needs a pool whose UserPoolTier is ESSENTIALS or PLUS.')
}
