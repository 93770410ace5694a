/**
 * AWS's partitions: groups of regions with names of their own for hosts and principals. Each fact is
 * AWS's; what AWS does not say of a partition is undefined.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
interface Partition {
  /** As ARNs have it. */
  id: string
  regions: RegExp
  /** Of services' hosts. */
  dnsSuffix: string
  /** Between a domain's prefix and its region. */
  domainLabel: 'auth' | 'auth-fips'
  /** Whom roles trust, and what condition keys and policy variables begin with. */
  identityProvider: (region: string) => string | undefined
  /** Whether Amplify sends requests to its hosts: those of `partitions.ts` of @aws-amplify/core 6.22.1. */
  isInAmplify: boolean
}

const everywhere = {
  id: 'aws',
  regions: /^[a-z]{2}(-[a-z]+)+-\d+$/,
  dnsSuffix: 'amazonaws.com',
  domainLabel: 'auth',
  identityProvider: () => 'cognito-identity.amazonaws.com',
  isInAmplify: true,
} as const satisfies Partition

const partitions: readonly Partition[] = [
  {
    // https://docs.amazonaws.cn/en_us/aws/latest/userguide/cognito.html: no user pools there.
    id: 'aws-cn',
    regions: /^cn-[a-z]+-\d+$/,
    dnsSuffix: 'amazonaws.com.cn',
    domainLabel: 'auth',
    identityProvider: (region) => `cognito-identity.${region}.amazonaws.com.cn`,
    isInAmplify: true,
  },
  {
    // https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html
    id: 'aws-us-gov',
    regions: /^us-gov-[a-z]+-\d+$/,
    dnsSuffix: 'amazonaws.com',
    domainLabel: 'auth-fips',
    identityProvider: (region) =>
      region === 'us-gov-west-1'
        ? 'cognito-identity-us-gov.amazonaws.com'
        : `cognito-identity.${region}.amazonaws.com`,
    // The default of what Amplify does not know, which is right here.
    isInAmplify: true,
  },
  ...[
    ['aws-eusc', /^eusc-[a-z]+-[a-z]+-\d+$/, 'amazonaws.eu'] as const,
    ['aws-iso', /^us-iso-[a-z]+-\d+$/, 'c2s.ic.gov'] as const,
    ['aws-iso-b', /^us-isob-[a-z]+-\d+$/, 'sc2s.sgov.gov'] as const,
    ['aws-iso-e', /^eu-isoe-[a-z]+-\d+$/, 'cloud.adc-e.uk'] as const,
    ['aws-iso-f', /^us-isof-[a-z]+-\d+$/, 'csp.hci.ic.gov'] as const,
  ].map(([id, regions, dnsSuffix]): Partition => ({
    id,
    regions,
    dnsSuffix,
    domainLabel: 'auth',
    identityProvider: () => undefined,
    isInAmplify: false,
  })),
  everywhere,
]

export function partitionOf(region: string): Partition {
  return partitions.find(({ regions }) => regions.test(region)) ?? everywhere
}
