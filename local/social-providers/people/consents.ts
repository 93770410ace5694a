import type { Store } from '../../core/store/store.ts'
import type { Slug } from '../registration.ts'

/** That somebody let an app have something, and on what terms. */
export interface Consent {
  subject: string
  clientId: string
  scopes: readonly string[]
  /** Whether the address was among it. */
  sharesEmail: boolean
  /** The address that the app was given instead of the person's own. */
  relayEmail?: string
}

/** What was shared with whom, remembered until the person ends it. */
export interface Consents {
  find(subject: string, clientId: string): Consent | undefined
  keep(consent: Consent): void
  end(subject: string, clientId: string): void
  list(): Consent[]
}

export function createConsents(store: Store, slug: Slug): Consents {
  const rows = store.table<Consent>(`social-providers/${slug}/consents`)
  const keyOf = (subject: string, clientId: string) => `${subject} ${clientId}`
  return {
    find: (subject, clientId) => rows.get(keyOf(subject, clientId)),
    keep: (consent) => rows.set(keyOf(consent.subject, consent.clientId), consent),
    end: (subject, clientId) => void rows.delete(keyOf(subject, clientId)),
    list: () => [...rows.entries()].map(([, consent]) => consent),
  }
}
