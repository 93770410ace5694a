import type { ProviderEndpoints } from '../core/ports/provider-endpoints.ts'
import type { Slug } from './registration.ts'

export const basePath = '/social'

/** Facebook's userinfo is the person's node in its graph. */
const userInfoNames: Partial<Record<Slug, string>> = { facebook: 'me' }

/** @param cognitoUrl without trailing slash. */
export function endpointsOf(cognitoUrl: string, slug: Slug): ProviderEndpoints {
  const issuer = `${cognitoUrl}${basePath}/${slug}`
  return {
    issuer,
    authorizeUrl: `${issuer}/authorize`,
    tokenUrl: `${issuer}/token`,
    userInfoUrl: `${issuer}/${userInfoNames[slug] ?? 'userinfo'}`,
    jwksUri: `${issuer}/jwks`,
  }
}

/** Initials on a coloured ground. */
export function pictureUrl({ issuer }: ProviderEndpoints, subject: string): string {
  return `${issuer}/pictures/${encodeURIComponent(subject)}.svg`
}
