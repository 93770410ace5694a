import type { Store, Table } from '../../core/store/store.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { findGroup, groupKey, type Group } from './groups.ts'

/** By pool, group and `sub`: that somebody is in it. Their record says so, too. */
function members(store: Store): Table<true> {
  return store.table<true>('user-pools/group-members')
}

const keyOf = (poolId: string, name: string, sub: string) => `${groupKey(poolId, name)} ${sub}`

/** Who is in it already stays in it. */
export function addMember(
  { store, users }: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  name: string,
): void {
  const { groups = [] } = user
  if (groups.includes(name)) return
  store.transaction(() => {
    users.update(pool, { ...user, groups: [...groups, name] })
    members(store).set(keyOf(pool.id, name, user.sub), true)
  })
}

/** Who is not in it is no error. */
export function removeMember(
  { store, users }: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  name: string,
): void {
  const { groups = [], ...rest } = user
  const others = groups.filter((group) => group !== name)
  store.transaction(() => {
    users.update(pool, { ...rest, ...(others.length > 0 && { groups: others }) })
    members(store).delete(keyOf(pool.id, name, user.sub))
  })
}

/** Takes everybody out of a group. */
export function removeMembers(ctx: OperationContext, pool: UserPoolConfig, name: string): void {
  for (const user of [...membersOf(ctx, pool, name)]) removeMember(ctx, pool, user, name)
}

/** For who is about to be removed themselves. */
export function forgetMember(store: Store, { poolId, sub, groups = [] }: UserRecord): void {
  for (const name of groups) members(store).delete(keyOf(poolId, name, sub))
}

/** In the order of their ids. */
export function* membersOf(
  { store, users }: OperationContext,
  pool: UserPoolConfig,
  name: string,
): Iterable<UserRecord> {
  const prefix = keyOf(pool.id, name, '')
  for (const [key] of members(store).entries({ prefix })) {
    const user = users.findBySub(pool, key.slice(prefix.length))
    if (user) yield user
  }
}

/** The groups that somebody is in, the one that takes precedence first. */
export function groupsOfUser(store: Store, pool: UserPoolConfig, user: UserRecord): Group[] {
  const { groups = [] } = user
  return groups
    .flatMap((name) => findGroup(store, pool, name) ?? [])
    .sort((a, b) => (a.precedence ?? Infinity) - (b.precedence ?? Infinity) || compare(a, b))
}

function compare(a: Group, b: Group): number {
  return a.name < b.name ? -1 : 1
}
