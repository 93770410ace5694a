import type { ClientOfPool, OperationContext } from '../context.ts'
import { providerGroups } from '../federation/identities.ts'
import { groupsOfUser } from '../groups/members.ts'
import { roleClaims } from '../groups/role-claims.ts'
import type { UserRecord } from '../model.ts'
import {
  preTokenGeneration,
  type TokenChanges,
  type TokenOccasion,
} from '../triggers/pre-token-generation.ts'

/** What tokens are made for, as the trigger is told. */
export type TokenTrigger = Pick<TokenOccasion, 'source' | 'clientMetadata'>

/**
 * The same of an access token for an app client itself: of the third version alone.
 *
 * @throws those of `preTokenGeneration`
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export async function customizeClientToken(
  ctx: OperationContext,
  place: ClientOfPool,
  scopes: readonly string[],
  clientMetadata: TokenOccasion['clientMetadata'],
): Promise<TokenChanges | undefined> {
  if (place.pool.preTokenGenerationVersion !== '3') return undefined
  const client = { source: 'ClientCredentials', user: undefined, groups: null } as const
  return preTokenGeneration(ctx, { ...place, ...client, scopes, clientMetadata })
}

/**
 * What the pool's PreTokenGeneration trigger wants of tokens that are about to be made.
 *
 * @throws those of `preTokenGeneration`
 */
export function customizeTokens(
  ctx: OperationContext,
  place: ClientOfPool,
  user: UserRecord,
  scope: string,
  trigger: TokenTrigger,
): Promise<TokenChanges | undefined> {
  const groups = groupsOfUser(ctx.store, place.pool, user)
  const roles = roleClaims(groups)
  return preTokenGeneration(ctx, {
    ...place,
    ...trigger,
    user,
    scopes: scope.split(' '),
    groups: {
      groupsToOverride: [...providerGroups(user), ...groups.map(({ name }) => name)],
      iamRolesToOverride: roles['cognito:roles'] ?? [],
      preferredRole: roles['cognito:preferred_role'] ?? null,
    },
  })
}
