import type { ClientOfPool, OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { readObject, readText, readTexts, unrecognizable } from './read-answer.ts'
import { attributesOf, runTrigger } from './run-trigger.ts'
import type { TriggerSource } from './trigger-table.ts'

/** What tokens are made for. */
export interface TokenOccasion extends ClientOfPool {
  source: TriggerSource<'PreTokenGeneration'>
  /** Undefined where the token is of the app client itself. */
  user: UserRecord | undefined
  groups: GroupConfiguration | null
  scopes: readonly string[]
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

/** As the tokens tell it: names of groups, ARNs of their roles. */
export interface GroupConfiguration {
  groupsToOverride: readonly string[]
  iamRolesToOverride: readonly string[]
  preferredRole: string | null
}

/** What the function wants done to the claims of a token. */
export interface ClaimChanges {
  set: Readonly<Record<string, unknown>>
  remove: readonly string[]
}

export interface TokenChanges {
  id: ClaimChanges
  access: ClaimChanges & { scopesToAdd: readonly string[]; scopesToRemove: readonly string[] }
  /** In place of the user's own, in both tokens; undefined leaves them. */
  groups: GroupConfiguration | undefined
}

/**
 * Runs the pool's PreTokenGeneration trigger, if it has one, in the version that the pool asks for: the
 * first changes ID tokens, with texts alone; the others access tokens, too, with any JSON.
 *
 * @returns undefined where nothing is to be changed.
 * @throws those of `runTrigger`, InvalidLambdaResponseException for what is no such change.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export async function preTokenGeneration(
  ctx: Pick<OperationContext, 'invoke'>,
  { pool, client, source, user, groups, scopes, clientMetadata }: TokenOccasion,
): Promise<TokenChanges | undefined> {
  const version = pool.preTokenGenerationVersion ?? '1'
  const isFirst = version === '1'
  const details = isFirst ? 'claimsOverrideDetails' : 'claimsAndScopeOverrideDetails'
  const request = {
    userAttributes: user ? attributesOf(user) : {},
    groupConfiguration: groups,
    ...(!isFirst && { scopes }),
    ...(clientMetadata && { clientMetadata }),
  }
  const username = user?.username ?? 'ClientCredentials'
  const call = { source, clientId: client.id, username, request }
  const frame = { version, response: { [details]: null } }
  const response = await runTrigger(ctx, pool, 'PreTokenGeneration', { ...call, ...frame })
  const wanted = readObject(response?.[details])
  if (!wanted) return undefined
  const id = isFirst ? wanted : readObject(wanted.idTokenGeneration)
  const access = isFirst ? undefined : readObject(wanted.accessTokenGeneration)
  return {
    id: readChanges(id, isFirst),
    access: {
      ...readChanges(access, false),
      scopesToAdd: readTexts(access?.scopesToAdd),
      scopesToRemove: readTexts(access?.scopesToSuppress),
    },
    groups: readGroups(wanted.groupOverrideDetails),
  }
}

function readChanges(
  changes: Readonly<Record<string, unknown>> | undefined,
  isOfTexts: boolean,
): ClaimChanges {
  const set = readObject(changes?.claimsToAddOrOverride) ?? {}
  if (isOfTexts && Object.values(set).some((value) => typeof value !== 'string')) {
    throw unrecognizable()
  }
  return { set, remove: readTexts(changes?.claimsToSuppress) }
}

/** An empty object takes all groups away. */
function readGroups(details: unknown): GroupConfiguration | undefined {
  const given = readObject(details)
  if (!given) return undefined
  return {
    groupsToOverride: readTexts(given.groupsToOverride),
    iamRolesToOverride: readTexts(given.iamRolesToOverride),
    preferredRole: readText(given.preferredRole) ?? null,
  }
}
