import { pictureUrl } from '../endpoints.ts'
import type { Grant } from '../grant.ts'
import type { Provider, ProviderContext } from '../provider.ts'
import { sharedBy } from '../shared-by.ts'
import { oauthRefusal } from './refusals.ts'

/** Standard claims of a person (OpenID Connect Core 1.0, section 5.1), as far as scopes go. */
export function openIdClaims(ctx: ProviderContext, grant: Grant): Record<string, unknown> {
  const { person } = grant
  const shared = sharedBy(ctx.provider, grant.scopes)
  return {
    ...(shared.has('name') && {
      name: person.name,
      given_name: person.givenName,
      ...(person.familyName !== '' && { family_name: person.familyName }),
    }),
    ...(shared.has('picture') && { picture: pictureUrl(ctx.endpoints, person.subject) }),
    ...(shared.has('email') &&
      person.email !== undefined && {
        email: person.email,
        email_verified: person.emailVerified,
      }),
  }
}

/** The same claims from the userinfo endpoint (OpenID Connect Core 1.0, section 5.3). */
export const openIdUserInfo: NonNullable<Provider['userInfo']> = {
  methods: ['GET', 'POST'],
  answer: (ctx, grant) => ({ sub: grant.person.subject, ...openIdClaims(ctx, grant) }),
  refuse: (error) => {
    const { status } = error
    const response = oauthRefusal({})(error)
    const parameters = Object.entries(error.toParameters()).map(
      ([name, text]) => `${name}="${text}"`,
    )
    // RFC 6750, section 3.
    if (status === 401) response.headers.set('www-authenticate', `Bearer ${parameters.join(', ')}`)
    return response
  },
}
