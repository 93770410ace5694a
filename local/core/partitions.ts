/**
 * AWS's partitions, as ARNs name them, and what hosts of their services end in. `src/config/partitions.ts`
 * says more of each, and a test compares the two.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
const partitions = [
  { id: 'aws-cn', start: 'cn-', dnsSuffix: 'amazonaws.com.cn' },
  { id: 'aws-us-gov', start: 'us-gov-', dnsSuffix: 'amazonaws.com' },
  { id: 'aws-eusc', start: 'eusc-', dnsSuffix: 'amazonaws.eu' },
  { id: 'aws-iso', start: 'us-iso-', dnsSuffix: 'c2s.ic.gov' },
  { id: 'aws-iso-b', start: 'us-isob-', dnsSuffix: 'sc2s.sgov.gov' },
  { id: 'aws-iso-e', start: 'eu-isoe-', dnsSuffix: 'cloud.adc-e.uk' },
  { id: 'aws-iso-f', start: 'us-isof-', dnsSuffix: 'csp.hci.ic.gov' },
  { id: 'aws', start: '', dnsSuffix: 'amazonaws.com' },
] as const

export function findPartition(region: string): { id: string; dnsSuffix: string } {
  return partitions.find(({ start }) => region.startsWith(start)) ?? partitions[7]
}
