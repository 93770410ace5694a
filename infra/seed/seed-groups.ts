import {
  CreateGroupCommand,
  GetGroupCommand,
  ResourceNotFoundException,
  UpdateGroupCommand,
  type GroupType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Target } from './aws.ts'
import type { Made } from './made.ts'
import type { SeedGroup } from './seed-file.ts'

/** What the file does not say stays as it is: UpdateGroup merges. */
export async function seedGroup(target: Target, group: SeedGroup): Promise<Made> {
  const { userPools, userPoolId: UserPoolId } = target
  const { name: GroupName, description: Description, precedence, roleArn: RoleArn } = group
  const wanted = { UserPoolId, GroupName, Description, Precedence: precedence, RoleArn }
  const there = await findGroup(target, GroupName)
  if (!there) {
    await userPools.send(new CreateGroupCommand(wanted))
    return 'made'
  }
  const isAsWanted = (['Description', 'Precedence', 'RoleArn'] as const).every(
    (member) => wanted[member] === undefined || wanted[member] === there[member],
  )
  if (isAsWanted) return 'there'
  await userPools.send(new UpdateGroupCommand(wanted))
  return 'changed'
}

async function findGroup({ userPools, userPoolId }: Target, GroupName: string) {
  try {
    const { Group } = await userPools.send(
      new GetGroupCommand({ UserPoolId: userPoolId, GroupName }),
    )
    return Group satisfies GroupType | undefined
  } catch (error) {
    // A pool that is not there says the same, which the next operation tells.
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}
