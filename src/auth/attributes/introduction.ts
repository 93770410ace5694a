import { readCurrentClaims } from '../session/current-claims.ts'
import type { Claims } from '../session/current-claims.ts'

/** What whoever vouched for a person says of them, for a profile that is not there yet. */
export interface Introduction {
  /** The whole name; empty where nobody gave one. */
  name: string
  /** What to call them by; empty likewise. */
  givenName: string
  /** Address of a picture, at the provider. */
  picture: string | undefined
  provider: string | undefined
}

/** From the ID token alone: what it does not say is no reason to ask anybody. */
export async function readIntroduction(): Promise<Introduction> {
  const claims = (await readCurrentClaims()) ?? {}
  const text = (name: string) => {
    const value = claims[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const whole = [text('given_name'), text('family_name')].filter(Boolean).join(' ')
  const picture = text('picture')
  return {
    name: text('name') || whole,
    givenName: text('given_name') || text('name').split(/\s+/, 1).join(''),
    picture: /^https?:\/\//.test(picture) && URL.canParse(picture) ? picture : undefined,
    provider: providerOf(claims),
  }
}

/** As people know them; the pool has other names for two. */
const knownAs: Readonly<Record<string, string>> = {
  SignInWithApple: 'Apple',
  LoginWithAmazon: 'Amazon',
}

export function nameOfProvider(providerName: string): string {
  return knownAs[providerName] ?? providerName
}

/**
 * Who vouched for this session. Whoever has a password, or more than one provider, may have come
 * either way: the token does not tell which.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
export function providerOf(claims: Claims): string | undefined {
  const { identities, 'cognito:username': username } = claims
  if (!Array.isArray(identities) || identities.length !== 1) return undefined
  const { providerName, userId } = identities[0] as Record<string, unknown>
  if (typeof providerName !== 'string' || typeof userId !== 'string') return undefined
  const isOwn = String(username).toLowerCase() === `${providerName}_${userId}`.toLowerCase()
  return isOwn ? nameOfProvider(providerName) : undefined
}
