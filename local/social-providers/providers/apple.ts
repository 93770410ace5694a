import { toHex } from '../../core/encoding/hex.ts'
import { checkAppleSecret } from '../checks/apple-secret.ts'
import type { Grant } from '../grant.ts'
import type { Provider, ProviderContext } from '../provider.ts'
import { sharedBy } from '../shared-by.ts'
import { oauthRefusal } from './refusals.ts'
import { digitsOf } from './subject-shapes.ts'

const relayDomain = 'privaterelay.apple.example'

/**
 * Sign in with Apple: OpenID Connect with a signed client secret, without a userinfo endpoint. The
 * name is no claim: it comes with the first answer, and never again.
 *
 * @see https://developer.apple.com/documentation/signinwithapplerestapi
 */
export const apple: Provider = {
  slug: 'apple',
  scopes: { openid: [], name: ['name'], email: ['email'] },
  needsFormPost: true,
  asks: 'hide-email',
  openId: {
    isImplied: true,
    claims: idTokenClaims,
    claimNames: ['email', 'email_verified', 'is_private_email', 'nonce', 'nonce_supported'],
    authMethods: ['client_secret_post'],
  },
  firstAnswer: personOf,
  relayEmail: async ({ client, crypto }, subject) => {
    const hash = await crypto.sha256(new TextEncoder().encode(`${client.id} ${subject}`))
    return `${toHex(hash).slice(0, 10)}@${relayDomain}`
  },
  tokenMethods: ['POST'],
  checkClient: checkAppleSecret,
  accessTokenPrefix: 'a.local-',
  tokenType: 'Bearer',
  accessTokenSeconds: 3600,
  refuseToken: oauthRefusal({}),
  cancelled: { error: 'user_cancelled_authorize' },
  subjectOf: (hash) =>
    `${digitsOf(hash, 6)}.${toHex(hash.subarray(6, 22))}.${digitsOf(hash.subarray(22), 4)}`,
}

/** Booleans about the address are text (Apple documents "string or Boolean"). */
function idTokenClaims(
  { provider }: ProviderContext,
  { person, scopes, isPrivateEmail }: Grant,
): Record<string, unknown> {
  const isShared = sharedBy(provider, scopes).has('email') && person.email !== undefined
  return {
    nonce_supported: true,
    ...(isShared && {
      email: person.email,
      email_verified: 'true',
      ...(isPrivateEmail && { is_private_email: 'true' }),
    }),
  }
}

/** The `user` of the first answer: JSON with the name and the address, as far as scopes go. */
function personOf(
  { provider }: ProviderContext,
  { person, scopes }: Grant,
): Record<string, string> {
  const shared = sharedBy(provider, scopes)
  const { givenName: firstName, familyName: lastName, email } = person
  const user = {
    ...(shared.has('name') && { name: { firstName, lastName } }),
    ...(shared.has('email') && { email }),
  }
  return shared.size > 0 ? { user: JSON.stringify(user) } : {}
}
