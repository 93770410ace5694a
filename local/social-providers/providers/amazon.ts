import { checkSecret } from '../checks/client-secret.ts'
import type { Grant } from '../grant.ts'
import type { Provider, ProviderContext } from '../provider.ts'
import { sharedBy } from '../shared-by.ts'
import { oauthRefusal } from './refusals.ts'

const idLength = 28
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * Login with Amazon: OAuth 2.0 without OpenID Connect. Its subject is called `user_id`, and its
 * addresses are never said to be verified.
 *
 * @see https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html
 * @see https://developer.amazon.com/docs/login-with-amazon/customer-profile.html
 */
export const amazon: Provider = {
  slug: 'amazon',
  scopes: { profile: ['name', 'email'], 'profile:user_id': [], postal_code: ['postalCode'] },
  tokenMethods: ['POST'],
  checkClient: checkSecret,
  accessTokenPrefix: 'Atza|local-',
  tokenType: 'bearer',
  accessTokenSeconds: 3600,
  refuseToken: oauthRefusal({ invalid_client: 401 }),
  userInfo: {
    methods: ['GET'],
    takesTokenParameter: true,
    answer: customerProfile,
    refuse: oauthRefusal({ invalid_token: 400 }),
  },
  cancelled: { error: 'access_denied', error_description: 'Access not permitted.' },
  subjectOf: (hash) => `amzn1.account.${lettersOf(hash)}`,
}

function customerProfile(ctx: ProviderContext, grant: Grant): object {
  const { person } = grant
  const shared = sharedBy(ctx.provider, grant.scopes)
  return {
    user_id: person.subject,
    ...(shared.has('name') && { name: person.name }),
    ...(shared.has('email') && person.email !== undefined && { email: person.email }),
    ...(shared.has('postalCode') &&
      person.postalCode !== undefined && { postal_code: person.postalCode }),
  }
}

function lettersOf(hash: Uint8Array): string {
  return Array.from(hash.subarray(0, idLength), (byte) => alphabet.charAt(byte % 32)).join('')
}
