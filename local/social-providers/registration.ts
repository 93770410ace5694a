import { brand } from '../core/brand.ts'
import { generateEs256Key, type Es256Key } from '../core/crypto/es256-key.ts'
import { randomAlphanumeric } from '../core/ports/random.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { keptTable } from '../core/store/kept-tables.ts'

// The template was loaded with these secrets.
const secretsTable = keptTable('social-providers/secrets')
const appleKeysTable = keptTable('social-providers/apple-keys')

const slugs = ['google', 'facebook', 'apple', 'amazon', 'company'] as const
/** A provider, as its URLs call it. */
export type Slug = (typeof slugs)[number]

/** Apple's clients sign for themselves with a key; its ids are made up, and ten characters long. */
export const appleIds = { teamId: 'LOCALTEAM1', keyId: 'LOCALKEY01' } as const

/** An app, as it is registered at a provider. */
export interface Client {
  id: string
  /** What people know it by. */
  name: string
  redirectUri: string
}

/** The one app that is registered at every local provider: the user pool of this installation. */
export function clientOf(cognitoUrl: string, slug: Slug): Client {
  return {
    id: clientIdOf(slug),
    name: brand.name,
    redirectUri: `${cognitoUrl}/oauth2/idpresponse`,
  }
}

export function clientIdOf(slug: Slug): string {
  return `local-${slug}`
}

/** What a developer would be given at a provider's console: made at first use, kept from then on. */
export interface Registrations {
  /** Of a client, or the one behind a provider's forms. */
  secretOf(name: Slug | `${Slug} forms`): string
  appleKey(): Promise<Es256Key>
}

export function createRegistrations({
  random,
  store,
}: Pick<Runtime, 'random' | 'store'>): Registrations {
  const secrets = store.table<string>(secretsTable)
  const keys = store.table<Es256Key>(appleKeysTable)
  return {
    secretOf(name) {
      const known = secrets.get(name)
      if (known !== undefined) return known
      const made = randomAlphanumeric(random, 40)
      secrets.set(name, made)
      return made
    },
    async appleKey() {
      const known = keys.get('current')
      if (known) return known
      const made = await generateEs256Key()
      // Two first requests at once: whichever stored its key first is right.
      const current = keys.get('current') ?? made
      if (current === made) keys.set('current', made)
      return current
    },
  }
}
