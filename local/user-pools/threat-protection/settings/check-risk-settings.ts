import { parseIpRange } from '../../../iam/match/ip-range.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { RiskSettings } from '../../config.ts'

/**
 * What no model says of them. In which words AWS refuses it is not documented.
 *
 * @throws InvalidParameterException
 */
export function checkRiskSettings(settings: RiskSettings): void {
  const [fault] = faultsOf(settings)
  if (fault !== undefined) throw invalidParameter(fault)
}

/** Every fault, in a sentence each. */
export function faultsOf({ RiskExceptionConfiguration = {} }: RiskSettings): string[] {
  const { BlockedIPRangeList = [], SkippedIPRangeList = [] } = RiskExceptionConfiguration
  return [...BlockedIPRangeList, ...SkippedIPRangeList]
    .filter((text) => !isCidr(text))
    .map((text) => `${text} is not an address range in CIDR notation, as in 192.0.2.0/24.`)
}

/** The guide has ranges with a length always; an address by itself is none. */
function isCidr(text: string): boolean {
  return text.includes('/') && parseIpRange(text) !== undefined
}
