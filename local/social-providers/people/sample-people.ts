import type { Slug } from '../registration.ts'
import { splitName, type Person } from './person.ts'
import file from './sample-people.json' with { type: 'json' }

/** Somebody of a file that `npm run seed` reads as well: `docs/seed.md`. */
interface SeedPerson {
  email: string
  attributes: { name: string }
  providers: readonly SeedAccount[]
}

interface SeedAccount {
  /** A slug. */
  name: string
  subject: string
  emailVerified?: boolean | undefined
  /** Of an account that the provider knows no address of. */
  withoutEmail?: boolean | undefined
  postalCode?: string | undefined
}

const people: readonly SeedPerson[] = file.people

/**
 * Who has an account at each provider from the start. The same person has the same address
 * everywhere, and at each provider an id of its own that never changes.
 */
export const samplePeople: Readonly<Record<Slug, readonly Person[]>> = {
  google: accountsAt('google'),
  facebook: accountsAt('facebook'),
  apple: accountsAt('apple'),
  amazon: accountsAt('amazon'),
  company: accountsAt('company'),
}

function accountsAt(slug: Slug): Person[] {
  return people.flatMap((person) => accountsOf(person, slug))
}

function accountsOf({ email, attributes, providers }: SeedPerson, slug: Slug): Person[] {
  return providers
    .filter(({ name }) => name === slug)
    .map(({ subject, withoutEmail = false, emailVerified = !withoutEmail, postalCode }) => ({
      subject,
      ...splitName(attributes.name),
      ...(!withoutEmail && { email }),
      emailVerified,
      ...(postalCode !== undefined && { postalCode }),
    }))
}
