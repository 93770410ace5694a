import type { UserPoolConfig } from '../../config.ts'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { findLockout, type Lockout } from '../../sign-in/lockout.ts'
import { findKnownDevice, type KnownDevice } from '../../devices/known-device.ts'
import type { PasswordVerifier, UserRecord } from '../../model.ts'
import { pretendUser } from '../../srp/pretend-user.ts'
import { preAuthentication } from '../../triggers/authentication.ts'
import { refuseBlockedAddress } from '../../threat-protection/refuse-address.ts'
import type { StepUp } from '../../sign-in/proof.ts'

/** Who says to be someone, before any proof. */
export interface Candidate extends ClientOfPool {
  /** As it was typed. */
  name: string
  /** Undefined where there is no such user and nobody may notice. */
  user: UserRecord | undefined
  /** USER_ID_FOR_SRP. */
  username: string
  /** One that nobody can prove, where the user is not there or has none. */
  password: PasswordVerifier
  lockout: Lockout
  /** What the sign-in has to come up to, if it was asked to. */
  stepUp?: StepUp | undefined
  /** Where they are, if they named a device. */
  device?: KnownDevice | undefined
}

/** As much of it as says which first factors there are. */
export type Chooser = Pick<Candidate, 'pool' | 'user' | 'name' | 'stepUp'>

/**
 * @param name username, sub or alias, as typed.
 * @throws UserNotFoundException unless the app client prevents user-existence errors.
 */
export async function findCandidate(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  name: string,
): Promise<Candidate> {
  // Both ways cost the same: the pretence is computed for those who are there too.
  const pretence = await pretendUser(ctx, pool, name)
  const user = findByName(ctx, pool, name)
  if (!user && !client.preventUserExistenceErrors) {
    throw new UserPoolError('UserNotFoundException', 'User does not exist.')
  }
  return {
    pool,
    client,
    name,
    user,
    username: user?.username ?? pretence.username,
    password: user?.password ?? pretence.password,
    lockout: await findLockout(ctx, pool.id, user?.sub ?? pretence.username),
  }
}

/**
 * The same where DEVICE_KEY may say at which device they are.
 *
 * @throws ResourceNotFoundException for a device that is not theirs, and as `findCandidate`.
 */
export async function findCandidateAtDevice(
  ctx: OperationContext,
  place: ClientOfPool,
  name: string,
  deviceKey: string | undefined,
): Promise<Candidate> {
  const candidate = await findCandidate(ctx, place, name)
  return { ...candidate, device: findKnownDevice(ctx, place.pool, candidate.user, deviceKey) }
}

/**
 * The same at the beginning of a sign-in, where the pool's PreAuthentication trigger has its say.
 *
 * @param validationData for the trigger.
 * @throws NotAuthorizedException from an address that the pool blocks, and as `findAdmitted`.
 */
export async function findArrival(
  ctx: OperationContext,
  place: ClientOfPool,
  name: string,
  deviceKey?: string,
  validationData?: Readonly<Record<string, string>>,
): Promise<Candidate> {
  refuseBlockedAddress(ctx, place, name)
  return findAdmitted(ctx, place, name, deviceKey, validationData)
}

/**
 * The same where the address has been looked at.
 *
 * @throws those of the trigger, and as `findCandidateAtDevice`.
 */
export async function findAdmitted(
  ctx: OperationContext,
  place: ClientOfPool,
  name: string,
  deviceKey: string | undefined,
  validationData: Readonly<Record<string, string>> | undefined,
): Promise<Candidate> {
  const candidate = await findCandidateAtDevice(ctx, place, name, deviceKey)
  const hasRun = await preAuthentication(ctx, candidate, validationData)
  return hasRun ? findCandidateAtDevice(ctx, place, name, deviceKey) : candidate
}

/**
 * A `sub` signs in only where it is the username: it is no alias.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases
 */
function findByName(
  { users }: OperationContext,
  pool: UserPoolConfig,
  name: string,
): UserRecord | undefined {
  const user = users.find(pool, name)
  return user?.sub === name && user.username !== name ? undefined : user
}
