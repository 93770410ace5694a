import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'

/** @throws FeatureUnavailableInTierException */
export function requireSessionTier({ tier }: UserPoolConfig): void {
  if (tier !== 'LITE') return
  throw new UserPoolError(
    'FeatureUnavailableInTierException',
    'Session management is not available in the tier of the user pool.',
  )
}
