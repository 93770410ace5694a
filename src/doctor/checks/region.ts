import type { AppConfig } from '../../config/app-config.ts'
import { partitionOf } from '../../config/partitions.ts'
import { regionWords as words } from '#doctor-words/region'
import { hasUserPools } from '../probes/identity-provider.ts'
import { askBucket } from '../probes/ask-bucket.ts'
import { createCheck, ok, unknown, wrong } from '../result.ts'

type Part = keyof typeof words.names

/** Whether all parts are in the region that is configured, each by what itself says. */
export const region = createCheck('region', async (ports) => {
  const { config } = ports
  const partition = partitionOf(config.region)
  if (!config.local && !partition.isInAmplify) {
    return wrong(words.notInAmplify(config.region, partition.dnsSuffix))
  }
  if (!config.local && !hasUserPools(config.region)) return wrong(words.noUserPools(config.region))
  const bucket = await askBucket(ports)
  const seen: [Part, string | undefined][] = [
    ['userPoolId', config.userPoolId.split('_')[0]],
    ['identityPoolId', config.identityPoolId?.split(':')[0]],
    ['domain', regionOfDomain(config)],
    ['bucket', bucket?.kind === 'there' ? bucket.region : undefined],
  ]
  const parts = seen.filter(([part]) => config[part] !== undefined)
  const evidence = words.evidence(
    parts.map(([part, region]) =>
      region === undefined
        ? words.untold(words.names[part])
        : words.seen(words.names[part], region),
    ),
  )
  const others = parts.filter(([, region]) => region !== undefined && region !== config.region)
  // A domain of one's own is in no region; a bucket that does not say may be in any.
  const isBucketUntold = parts.some(([part, region]) => part === 'bucket' && region === undefined)
  if (others.length === 0 && isBucketUntold)
    return unknown(words.bucketUntold(config.region, evidence))
  return others.length === 0
    ? ok(words.ok(config.region, evidence))
    : wrong(
        words.wrong(
          config.region,
          others.map(([part]) => words.names[part]),
          evidence,
        ),
      )
})

/** A domain of one's own, or the local one, does not say. */
function regionOfDomain({ domain }: AppConfig): string | undefined {
  return /\.auth(?:-fips)?\.([a-z0-9-]+)\.amazoncognito\.com(?:\.cn)?$/.exec(domain ?? '')?.[1]
}
