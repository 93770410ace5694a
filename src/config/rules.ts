/**
 * What holds for a configuration, wherever it is read: `/config.json` in the page, `.env.local` and
 * `amplify_outputs.json` when the app is built (`infra/build/configuration/check-aws-config.ts`).
 */

/** Shapes as AWS hands them out (`eusc-de-east-1`, too); a wrong paste is what they are here to catch. */
export const shapes = {
  region: /^[a-z]{2}(?:sc)?(-[a-z]+)+-\d+$/,
  userPoolId: /^[a-z]{2}(?:sc)?(-[a-z]+)+-\d+_[0-9a-zA-Z]+$/,
  userPoolClientId: /^[0-9a-z]{20,128}$/,
  identityPoolId: /^[a-z]{2}(?:sc)?(-[a-z]+)+-\d+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  domain: /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)+)(:\d+)?$/,
  bucket: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
} as const

export type Shaped = keyof typeof shapes

/** Without these nobody signs in. */
export const required: readonly Shaped[] = ['region', 'userPoolId', 'userPoolClientId']

/** What is of no use without another: credentials open the bucket, providers are behind the domain. */
export const needs = [
  { key: 'bucket', needed: 'identityPoolId' },
  { key: 'socialProviders', needed: 'domain' },
] as const

/** What names the region that it is in; a domain of one's own names none. */
const regions = {
  userPoolId: /^(.+)_/,
  identityPoolId: /^(.+):/,
  domain: /\.auth(?:-fips)?\.([^.]+)\.amazoncognito\.com$/,
} as const

export type Placed = keyof typeof regions
type Placing = Partial<Record<'region' | Placed, string | undefined>>

/**
 * Amplify takes the region from the ids, so a region that differs would be ignored in silence. What is
 * malformed tells nothing.
 */
export function findElsewhere(values: Placing): { key: Placed; value: string; region: string }[] {
  if (!isShaped('region', values.region)) return []
  return (Object.keys(regions) as Placed[]).flatMap((key) => {
    const value = values[key]
    const region = isShaped(key, value) && regions[key].exec(value)?.[1]
    return region && region !== values.region ? [{ key, value, region }] : []
  })
}

function isShaped(key: Shaped, value: string | undefined): value is string {
  return value !== undefined && shapes[key].test(value)
}
