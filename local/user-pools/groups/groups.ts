import { keptTable } from '../../core/store/kept-tables.ts'
import type { Store, Table } from '../../core/store/store.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { GroupConfig, UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'

/** A group of CreateGroup. */
export interface StoredGroup extends GroupConfig {
  createdAtMs: number
  updatedAtMs: number
}

/** The template's groups have no dates, since it has none. */
export type Group = GroupConfig & Partial<StoredGroup>

// Made as app clients are, and kept by a reset as they are; who is in one is not.
const groupsTable = keptTable('user-pools/groups')

function storedGroups(store: Store): Table<StoredGroup> {
  return store.table<StoredGroup>(groupsTable)
}

/** Of a pool and a name, or of the rows of one with that prefix: no name of a group has a space. */
export function groupKey(poolId: string, name: string): string {
  return `${poolId} ${name}`
}

/** The template's, then those of the store. */
export function groupsOf(store: Store, pool: UserPoolConfig): Group[] {
  const { groups: declared = [] } = pool
  const stored = [...storedGroups(store).entries({ prefix: groupKey(pool.id, '') })]
  return [
    ...declared,
    ...stored.flatMap(([, group]) =>
      declared.some(({ name }) => name === group.name) ? [] : [group],
    ),
  ]
}

export function findGroup(store: Store, pool: UserPoolConfig, name: string): Group | undefined {
  const declared = pool.groups?.find((group) => group.name === name)
  return declared ?? storedGroups(store).get(groupKey(pool.id, name))
}

/** @throws ResourceNotFoundException */
export function requireGroup(ctx: OperationContext, pool: UserPoolConfig, name: string): Group {
  const group = findGroup(ctx.store, pool, name)
  if (group) return group
  throw new UserPoolError('ResourceNotFoundException', 'Group not found.')
}

/**
 * A group that the API may change.
 *
 * Differs from AWS: what the template declares is changed there, and by no operation.
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 */
export function requireStoredGroup(
  ctx: OperationContext,
  pool: UserPoolConfig,
  name: string,
): StoredGroup {
  const { createdAtMs, updatedAtMs, ...group } = requireGroup(ctx, pool, name)
  if (createdAtMs !== undefined && updatedAtMs !== undefined) {
    return { ...group, createdAtMs, updatedAtMs }
  }
  throw invalidParameter(`Group ${name} is declared by the template. Change it there.`)
}

export function saveGroup(store: Store, poolId: string, group: StoredGroup): void {
  storedGroups(store).set(groupKey(poolId, group.name), group)
}

export function deleteGroup(store: Store, poolId: string, name: string): void {
  storedGroups(store).delete(groupKey(poolId, name))
}
