import type { ThreatProtectionMode, UserPoolConfig } from '../../config.ts'
import type { Proof } from '../../sign-in/proof.ts'

/**
 * What threat protection does about a sign-in; undefined where it is off for its flow. CUSTOM_AUTH has a
 * mode of its own.
 */
export function modeOf(
  { threatProtection }: UserPoolConfig,
  proved: readonly Proof[] = [],
): ThreatProtectionMode | undefined {
  const isCustom = proved.includes('CUSTOM_CHALLENGE')
  return isCustom ? threatProtection?.customAuthMode : threatProtection?.mode
}
