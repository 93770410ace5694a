import type { ProviderEndpoints } from '../core/ports/provider-endpoints.ts'
import type { Slug } from './registration.ts'

/** What the local providers are below. */
export const root = '/social'

/** Facebook's userinfo is the person's node in its graph. */
const userInfoNames: Partial<Record<Slug, string>> = { facebook: 'me' }

/** @param cognitoUrl without trailing slash. */
export function endpointsOf(cognitoUrl: string, slug: Slug): ProviderEndpoints {
  const issuer = `${cognitoUrl}${root}/${slug}`
  return {
    issuer,
    authorizeUrl: `${issuer}/authorize`,
    tokenUrl: `${issuer}/token`,
    userInfoUrl: `${issuer}/${userInfoNames[slug] ?? 'userinfo'}`,
    jwksUri: `${issuer}/jwks`,
  }
}

/** What a provider's own pages are below, e.g. `/social/google`. */
export function pathOf({ issuer }: ProviderEndpoints): string {
  return new URL(issuer).pathname
}

/** Initials on a coloured ground. */
export function pictureUrl({ issuer }: ProviderEndpoints, subject: string): string {
  return `${issuer}/pictures/${encodeURIComponent(subject)}.svg`
}
