import { IdentityPoolError, notAuthorized } from './errors.ts'
import type { Identities, Identity, LinkedLogin } from './identities.ts'

const maxLogins = 20

/**
 * The identity of these logins, made when they have none yet. Several logins become one identity;
 * identities that they had apart are merged into the oldest. Synchronous: requests for the same
 * login that run at once find the same identity.
 *
 * @throws ResourceConflictException when one provider would have two people in it.
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
 */
export function identityOfLogins(
  identities: Identities,
  pool: { id: string; region: string },
  logins: readonly LinkedLogin[],
): Identity {
  const [oldest, ...others] = ownersOf(identities, pool.id, logins)
  return oldest ? join(identities, oldest, others, logins) : identities.add(pool, logins)
}

/**
 * The identity that a caller names, with the logins that it proves. A guest becomes the login's
 * identity: its own id, when the login has none yet, else the one that the login has.
 *
 * @throws NotAuthorizedException when none of the logins is this identity's.
 * @throws ResourceConflictException when one provider would have two people in it.
 */
export function identityWithLogins(
  identities: Identities,
  identity: Identity,
  logins: readonly LinkedLogin[],
): Identity {
  const owners = ownersOf(identities, identity.poolId, logins)
  const isGuest = identity.logins.length === 0
  if (!isGuest && !owners.some(({ id }) => id === identity.id)) {
    throw notAuthorized(
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    )
  }
  // An identity that has a login keeps its id; a guest gives way to the one that has.
  const survivor = isGuest ? (owners[0] ?? identity) : identity
  const others = unique([identity, ...owners]).filter(({ id }) => id !== survivor.id)
  return join(identities, survivor, others, logins)
}

/** Check, then write: nothing is changed when it throws. */
function join(
  identities: Identities,
  survivor: Identity,
  others: readonly Identity[],
  logins: readonly LinkedLogin[],
): Identity {
  const all = [survivor, ...others].flatMap((identity) => identity.logins)
  const fresh = logins.filter((login) => !all.some((linked) => isSame(linked, login)))
  checkOnePersonPerProvider([...all, ...fresh])
  let joined = survivor
  for (const other of others) joined = identities.merge(other, joined)
  return fresh.length > 0 ? identities.link(joined, fresh) : joined
}

function checkOnePersonPerProvider(logins: readonly LinkedLogin[]): void {
  if (new Set(logins.map(({ providerName }) => providerName)).size < logins.length) {
    throw new IdentityPoolError(
      'ResourceConflictException',
      'A login is already linked to a different identity.',
    )
  }
  if (logins.length > maxLogins) {
    throw new IdentityPoolError(
      'LimitExceededException',
      `An identity has at most ${maxLogins} linked logins.`,
    )
  }
}

/** Oldest first; ids break the tie, so that the order never depends on who asks. */
function ownersOf(
  identities: Identities,
  poolId: string,
  logins: readonly LinkedLogin[],
): Identity[] {
  const owners = logins.flatMap((login) => identities.findByLogin(poolId, login) ?? [])
  return unique(owners).sort(
    (left, right) => left.createdAtMs - right.createdAtMs || (left.id < right.id ? -1 : 1),
  )
}

function unique(identities: readonly Identity[]): Identity[] {
  return [...new Map(identities.map((identity) => [identity.id, identity])).values()]
}

function isSame(left: LinkedLogin, right: LinkedLogin): boolean {
  return left.providerName === right.providerName && left.subject === right.subject
}
