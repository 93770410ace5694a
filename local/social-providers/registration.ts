import { generateEs256Key, type Es256Key } from '../core/es256-key.ts'
import { randomAlphanumeric } from '../core/random.ts'
import type { Runtime } from '../core/runtime.ts'

export const slugs = ['google', 'facebook', 'apple', 'amazon', 'company'] as const
/** A provider, as its URLs call it. */
export type Slug = (typeof slugs)[number]

/** Apple's clients sign for themselves with a key; its ids are made up, and ten characters long. */
export const appleIds = { teamId: 'LOCALTEAM1', keyId: 'LOCALKEY01' } as const

/** The one app that is registered at every local provider: the user pool of this installation. */
export function clientIdOf(slug: Slug): string {
  return `local-${slug}`
}

/** What a developer would be given at a provider's console: made at first use, kept from then on. */
export interface Registrations {
  secretOf(slug: Slug): string
  appleKey(): Promise<Es256Key>
}

export function createRegistrations({
  random,
  store,
}: Pick<Runtime, 'random' | 'store'>): Registrations {
  const secrets = store.table<string>('social-providers/secrets')
  const keys = store.table<Es256Key>('social-providers/apple-keys')
  return {
    secretOf(slug) {
      const known = secrets.get(slug)
      if (known !== undefined) return known
      const made = randomAlphanumeric(random, 40)
      secrets.set(slug, made)
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
