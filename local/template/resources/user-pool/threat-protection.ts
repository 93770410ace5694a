import type { ThreatProtection } from '../../../user-pools/config.ts'
import { threatProtectionNeedsPlus } from '../../../user-pools/threat-protection/settings/require-add-on.ts'
import { defined } from '../../defined.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { Pool } from './pool-of.ts'

const modes = ['AUDIT', 'ENFORCED'] as const

/**
 * `UserPoolAddOns`; undefined where it is off for every flow.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpool-userpooladdons.html
 */
export function readThreatProtection(
  reader: PropertyReader,
  tier: Pool['tier'],
): ThreatProtection | undefined {
  const addOns = reader.map('UserPoolAddOns')
  const mode = addOns?.oneOf('AdvancedSecurityMode', ['OFF', ...modes])
  const customAuthMode = addOns
    ?.map('AdvancedSecurityAdditionalFlows')
    ?.oneOf('CustomAuthMode', modes)
  const isOn = (mode !== undefined && mode !== 'OFF') || customAuthMode !== undefined
  if (!isOn) return undefined
  if (tier !== 'PLUS') reader.problem('UserPoolAddOns', `${threatProtectionNeedsPlus(tier)}.`)
  return {
    ...(mode !== 'OFF' && defined('mode', mode)),
    ...defined('customAuthMode', customAuthMode),
  }
}
