import { isInRange, parseIpRange } from '../../../iam/match/ip-range.ts'
import type { RiskSettings } from '../../config.ts'

/** Whether requests from an address are refused, or never assessed. */
export function exceptionFor(
  { RiskExceptionConfiguration = {} }: RiskSettings,
  ipAddress: string,
): 'blocked' | 'skipped' | undefined {
  const { BlockedIPRangeList = [], SkippedIPRangeList = [] } = RiskExceptionConfiguration
  if (isAmong(BlockedIPRangeList, ipAddress)) return 'blocked'
  return isAmong(SkippedIPRangeList, ipAddress) ? 'skipped' : undefined
}

function isAmong(ranges: readonly string[], text: string): boolean {
  const address = parseIpRange(text)
  return ranges.some((range) => {
    const parsed = parseIpRange(range)
    return address !== undefined && parsed !== undefined && isInRange(address, parsed)
  })
}
