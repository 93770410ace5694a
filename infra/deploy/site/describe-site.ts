import type { Site } from './site-of.ts'

/** What to open, and what a name of one's own still needs. */
export function describeSite({ url, distributionDomain }: Site): string {
  const { hostname } = new URL(url)
  const ownName =
    hostname === distributionDomain || distributionDomain === ''
      ? []
      : [
          `  once ${hostname} leads there: where its DNS is kept, make a CNAME record (for a name without a`,
          `  subdomain an alias or ANAME) from it to ${distributionDomain}`,
        ]
  return [`The app is at ${url}`, ...ownName, ''].join('\n')
}
