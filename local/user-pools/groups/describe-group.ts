import type { GroupType } from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../config.ts'
import { toHex } from '../../core/encoding/hex.ts'
import { invalidParameter } from '../attributes/rules.ts'
import { pageOf } from '../pools/page.ts'
import { timesOf } from '../pools/describe-user-pool.ts'
import type { Group } from './groups.ts'

type Times = 'CreationDate' | 'LastModifiedDate'

/** What AWS says of a group: no more than it was given. Times are epoch seconds with a fraction. */
type Described = Omit<GroupType, Times> & Partial<Record<Times, number>>

export function describeGroup(
  { id: UserPoolId }: Pick<UserPoolConfig, 'id'>,
  { name, description, roleArn, precedence, createdAtMs, updatedAtMs }: Group,
): Described {
  const times =
    createdAtMs !== undefined && updatedAtMs !== undefined
      ? { createdAtMs, updatedAtMs }
      : undefined
  return {
    GroupName: name,
    UserPoolId,
    ...(description !== undefined && { Description: description }),
    ...(roleArn !== undefined && { RoleArn: roleArn }),
    ...(precedence !== undefined && { Precedence: precedence }),
    ...timesOf(times),
  }
}

/**
 * A page of groups, in the order of their names.
 *
 * @throws InvalidParameterException
 */
export function pageOfGroups(
  pool: UserPoolConfig,
  groups: readonly Group[],
  { Limit, NextToken: token }: { Limit?: number | undefined; NextToken?: string | undefined },
): { Groups: Described[]; NextToken?: string } {
  const things = groups.map((group) => ({
    id: toHex(new TextEncoder().encode(group.name)),
    group,
  }))
  const { page, ...next } = pageOf(things, sizeOf(Limit), token)
  return { Groups: page.map(({ group }) => describeGroup(pool, group)), ...next }
}

/** @throws InvalidParameterException for 0, which the model lets through, and the service does not. */
export function sizeOf(limit: number | undefined): number {
  if (limit !== 0) return limit ?? 60
  throw invalidParameter(
    "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
  )
}
