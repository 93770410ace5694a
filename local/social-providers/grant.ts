import type { Person } from './people/person.ts'

/** What an authorization code, and later an access token, is good for. */
export interface Grant {
  /** Names the access token to come, so that a code that is used twice can end it. */
  id: string
  clientId: string
  /** As the person was, and with what was shared, when the code was made. */
  person: Person
  /** The address is one that the provider relays. */
  isPrivateEmail: boolean
  scopes: readonly string[]
  nonce?: string
  authTimeMs: number
  /** The person at the screen wanted to see the token endpoint refuse. */
  isRefused: boolean
}
