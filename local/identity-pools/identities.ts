import type { Clock } from '../core/ports/clock.ts'
import { randomUuid, type Random } from '../core/ports/random.ts'
import type { Store } from '../core/store/store.ts'

export interface Identity {
  /** `<region>:<uuid>`: what `${cognito-identity.amazonaws.com:sub}` stands for. */
  id: string
  poolId: string
  /** Empty for a guest. */
  logins: readonly LinkedLogin[]
  createdAtMs: number
  /** Set when the identity was merged: this one took over its logins. */
  mergedInto?: string
}

export interface LinkedLogin {
  providerName: string
  subject: string
}

/** Identities by id, and by the logins that are linked to them. */
export interface Identities {
  add(pool: { id: string; region: string }, logins: readonly LinkedLogin[]): Identity
  /** Follows merges: the identity found may have another id. */
  find(id: string): Identity | undefined
  /** In the order of their ids; none that was merged into another. */
  list(afterId?: string): Iterable<Identity>
  findByLogin(poolId: string, login: LinkedLogin): Identity | undefined
  link(identity: Identity, logins: readonly LinkedLogin[]): Identity
  /** `from` gives its logins to `into`; its id leads there from now on. */
  merge(from: Identity, into: Identity): Identity
}

export function createIdentities(runtime: {
  store: Store
  clock: Clock
  random: Random
}): Identities {
  const { store, clock, random } = runtime
  const identities = store.table<Identity>('identity-pools/identities')
  const owners = store.table<string>('identity-pools/logins')

  const save = (identity: Identity): Identity => {
    store.transaction(() => {
      identities.set(identity.id, identity)
      for (const login of identity.logins) owners.set(loginKey(identity.poolId, login), identity.id)
    })
    return identity
  }

  const find = (id: string): Identity | undefined => {
    const identity = identities.get(id)
    return identity?.mergedInto === undefined ? identity : find(identity.mergedInto)
  }

  return {
    find,
    add: ({ id: poolId, region }, logins) =>
      save({
        id: `${region}:${randomUuid(random)}`,
        poolId,
        logins,
        createdAtMs: clock.now(),
      }),
    *list(afterId) {
      for (const [, identity] of identities.entries(
        afterId === undefined ? {} : { after: afterId },
      )) {
        if (identity.mergedInto === undefined) yield identity
      }
    },
    findByLogin(poolId, login) {
      const id = owners.get(loginKey(poolId, login))
      return id === undefined ? undefined : find(id)
    },
    link: (identity, logins) => save({ ...identity, logins: [...identity.logins, ...logins] }),
    merge: (from, into) =>
      store.transaction(() => {
        save({ ...from, logins: [], mergedInto: into.id })
        return save({ ...into, logins: [...into.logins, ...from.logins] })
      }),
  }
}

/** The subject stands last: it alone may hold any character. */
function loginKey(poolId: string, { providerName, subject }: LinkedLogin): string {
  return `${poolId}\n${providerName}\n${subject}`
}
