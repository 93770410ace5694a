import type { StackResourceSummary } from '@aws-sdk/client-cloudformation'
import {
  DescribeUserPoolCommand,
  ListUsersCommand,
  UpdateUserPoolCommand,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'
import { createChangeSet } from './change-set.ts'
import { newOperationName } from '../aws/operation-name.ts'
import { executeAndFollow } from './execute.ts'
import { planFor } from './plan.ts'
import type { Session } from '../aws/session.ts'
import { parameterOf, type Stack } from '../stack.ts'

/** The user pools among the resources, but those that are gone already. */
export async function findUserPools(
  session: Session,
  resources: readonly StackResourceSummary[],
): Promise<UserPoolType[]> {
  const ids = resources
    .filter(({ ResourceType }) => ResourceType === 'AWS::Cognito::UserPool')
    .flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? [])
  const pools = await Promise.all(ids.map((id) => findUserPool(session, id)))
  return pools.filter((pool) => pool !== undefined)
}

/** Asked of the people themselves: the pool's own number of them is an estimate. */
export async function hasPeople({ aws, signal }: Session, { Id }: UserPoolType): Promise<boolean> {
  const { Users = [] } = await aws.userPools.send(
    new ListUsersCommand({ UserPoolId: Id, Limit: 1 }),
    { abortSignal: signal },
  )
  return Users.length > 0
}

export function isProtected({ DeletionProtection }: UserPoolType): boolean {
  return DeletionProtection === 'ACTIVE'
}

/**
 * Lets the pools be deleted: through the stack while it can be updated, so that an interruption leaves
 * no difference between the two; else at the pools themselves.
 */
export async function unprotect(
  session: Session,
  stack: Stack,
  pools: readonly UserPoolType[],
): Promise<void> {
  const canUpdate =
    planFor(stack.StackStatus) === 'update' && parameterOf(stack, 'DeletionProtection') === 'ACTIVE'
  if (!canUpdate) {
    for (const pool of pools) await unprotectDirectly(session, pool)
    return
  }
  const changeSet = await createChangeSet(session, newOperationName(session), {
    StackName: stack.StackId,
    ChangeSetType: 'UPDATE',
    UsePreviousTemplate: true,
    Parameters: (stack.Parameters ?? []).map(({ ParameterKey }) =>
      ParameterKey === 'DeletionProtection'
        ? { ParameterKey, ParameterValue: 'INACTIVE' }
        : { ParameterKey, UsePreviousValue: true },
    ),
  })
  if (changeSet) await executeAndFollow(session, changeSet)
}

/**
 * UpdateUserPool puts what it is not given back to its default, which does not matter to a pool that
 * goes.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export async function unprotectDirectly(
  { aws, signal }: Session,
  { Id, AutoVerifiedAttributes, UserAttributeUpdateSettings }: UserPoolType,
): Promise<void> {
  await aws.userPools.send(
    new UpdateUserPoolCommand({
      UserPoolId: Id,
      DeletionProtection: 'INACTIVE',
      // Cognito refuses the default of one beside the value of the other: "All attributes in
      // AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes".
      AutoVerifiedAttributes,
      UserAttributeUpdateSettings,
    }),
    { abortSignal: signal },
  )
}

async function findUserPool(
  { aws, signal }: Session,
  UserPoolId: string,
): Promise<UserPoolType | undefined> {
  try {
    const { UserPool } = await aws.userPools.send(new DescribeUserPoolCommand({ UserPoolId }), {
      abortSignal: signal,
    })
    return UserPool
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined
    throw error
  }
}
