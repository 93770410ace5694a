import type { Runtime } from '../../core/ports/runtime.ts'
import { splitName, type Person } from './person.ts'
import type { Slug } from '../registration.ts'
import { samplePeople } from './sample-people.ts'

/** The people who have an account at a provider: the samples, and whoever was typed in. */
export interface Accounts {
  /** The samples, then those who were typed in, the last one used first. */
  list(): Person[]
  find(subject: string): Person | undefined
  /** By address or subject, as a `login_hint` has it. */
  findByHint(hint: string): Person | undefined
  /** Somebody of one's own: the same name and address are the same account again. */
  open(typed: TypedPerson): Promise<Person>
}

export interface TypedPerson {
  name: string
  email?: string
  emailVerified: boolean
}

interface Row {
  person: Person
  usedAtMs: number
}

const remembered = 5
const encoder = new TextEncoder()

export function createAccounts(
  { clock, crypto, store }: Pick<Runtime, 'clock' | 'crypto' | 'store'>,
  { slug, subjectOf }: { slug: Slug; subjectOf: (hash: Uint8Array) => string },
): Accounts {
  const rows = store.table<Row>(`social-providers/${slug}/accounts`)
  const samples = samplePeople[slug]

  const typedIn = () =>
    [...rows.entries()].map(([, row]) => row).sort((left, right) => right.usedAtMs - left.usedAtMs)
  const list = () => [...samples, ...typedIn().map(({ person }) => person)]

  return {
    list,
    find: (subject) => list().find((person) => person.subject === subject),
    findByHint(hint) {
      const wanted = hint.toLowerCase()
      return list().find(
        ({ email, subject }) => email?.toLowerCase() === wanted || subject === hint,
      )
    },
    async open({ name, email, emailVerified }) {
      const id = JSON.stringify([slug, name.toLowerCase(), email?.toLowerCase()])
      const subject = subjectOf(await crypto.sha256(encoder.encode(id)))
      const address = email === undefined ? {} : { email }
      const person = { subject, ...splitName(name), ...address, emailVerified }
      store.transaction(() => {
        rows.set(subject, { person, usedAtMs: clock.now() })
        for (const { person: old } of typedIn().slice(remembered)) rows.delete(old.subject)
      })
      return person
    },
  }
}
