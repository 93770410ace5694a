import type { Candidate } from '../challenges/first-factors/candidate.ts'
import type { Parameters } from '../challenges/parameters.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { Proof, StepUp } from '../sign-in/proof.ts'
import { requireAccessToken } from '../tokens/require-access-token.ts'
import { tokenFamilies } from '../tokens/token-family.ts'
import { creditOf, isFresh, levelOf, parseTargets } from './levels.ts'
import { canReach } from './reach.ts'

/**
 * What TARGET_ACR_VALUES, ACCESS_TOKEN and MAX_AGE ask of a sign-in; undefined where nothing does.
 *
 * @param offered the first factors that the user has the choice of.
 * @throws InvalidParameterException: no value that the pool knows, none that the user can come up to,
 *   a token that is there already, a token without a target.
 * @throws NotAuthorizedException: a token that is not good, or somebody else's
 */
export async function beginStepUp(
  ctx: OperationContext,
  candidate: Candidate,
  parameters: Parameters,
  offered: readonly string[],
): Promise<StepUp | undefined> {
  const { TARGET_ACR_VALUES: wanted, ACCESS_TOKEN, MAX_AGE } = parameters
  const maxAgeSeconds = MAX_AGE === undefined ? undefined : parseMaxAge(MAX_AGE)
  if (wanted === undefined) {
    if (ACCESS_TOKEN === undefined) return undefined
    throw invalidParameter('ACCESS_TOKEN needs TARGET_ACR_VALUES.')
  }
  const targets = parseTargets(candidate.pool, wanted)
  if (targets.length === 0) throw invalidParameter('The user pool has none of TARGET_ACR_VALUES.')

  const credit = ACCESS_TOKEN ? await findCredit(ctx, candidate, ACCESS_TOKEN, maxAgeSeconds) : []
  const { pool, user } = candidate
  const target = targets.find((level) => canReach(pool, user, offered, { target: level, credit }))
  if (target === undefined) {
    throw invalidParameter('The user has no factors for any of TARGET_ACR_VALUES.')
  }
  if (levelOf(credit) >= target) {
    throw invalidParameter('ACCESS_TOKEN is of a sign-in that comes up to TARGET_ACR_VALUES.')
  }
  return { target, credit }
}

/** What the token's sign-in has proved, while that is young enough. */
async function findCredit(
  ctx: OperationContext,
  { pool, user }: Candidate,
  accessToken: string,
  maxAgeSeconds: number | undefined,
): Promise<readonly Proof[]> {
  const caller = await requireAccessToken(ctx, accessToken)
  if (caller.pool.id !== pool.id || caller.user.sub !== user?.sub) {
    throw new UserPoolError('NotAuthorizedException', 'Invalid Access Token')
  }
  const family = tokenFamilies(ctx.store).get(String(caller.claims.event_id))
  const isGood = family && isFresh(family.authTimeMs, maxAgeSeconds, ctx.clock.now())
  return isGood ? creditOf(family.proved ?? []) : []
}

function parseMaxAge(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw invalidParameter('MAX_AGE has to be a number of seconds.')
}
