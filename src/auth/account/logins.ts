import * as amplify from 'aws-amplify/auth'
import { nameOfProvider } from '../attributes/introduction.ts'
import { userPoolOnly } from '../configure-amplify.ts'
import { readMe, type Me } from './me.ts'
import { readFactors } from './security.ts'

/** An account at a provider that leads to this one. */
export interface LinkedLogin {
  /** As people know it. */
  provider: string
  /** The provider's own id of the person. */
  userId: string
  linkedAtMs: number | undefined
}

export interface Logins {
  me: Me
  /** Undefined where the pool did not tell. */
  hasPassword: boolean | undefined
  linked: readonly LinkedLogin[]
  /** The address by which a provider's account is known to be the same person's; empty without one. */
  verifiedEmail: string
}

/** How the person can come in. */
export async function readLogins(): Promise<Logins> {
  const me = await readMe()
  const [attributes, { hasPassword }] = await Promise.all([
    amplify.fetchUserAttributes(userPoolOnly()),
    readFactors(),
  ])
  const { email = '', email_verified: isVerified } = attributes
  return {
    me,
    hasPassword: me.provider === undefined ? hasPassword : false,
    linked: parseIdentities((attributes as Record<string, string | undefined>)['identities']),
    verifiedEmail: isVerified === 'true' ? email : '',
  }
}

/**
 * GetUser has them as JSON in a text.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation-consolidate-users.html
 */
function parseIdentities(text: string | undefined): readonly LinkedLogin[] {
  const identities = JSON.parse(text ?? '[]') as Record<string, unknown>[]
  return identities.flatMap(({ providerName, userId, dateCreated }) => {
    if (typeof providerName !== 'string') return []
    const linkedAtMs = Number(dateCreated)
    return {
      provider: nameOfProvider(providerName),
      userId: typeof userId === 'string' ? userId : '',
      linkedAtMs: linkedAtMs > 0 ? linkedAtMs : undefined,
    }
  })
}
