import type { ClientOfPool, OperationContext } from '../../context.ts'
import { migrateUser } from '../../sign-in/migrate-user.ts'
import { refuseBlockedAddress } from '../../threat-protection/refuse-address.ts'
import { resetRequired } from '../may-sign-in.ts'
import { findAdmitted, type Candidate } from './candidate.ts'

interface Arrival {
  password: string
  deviceKey?: string | undefined
  /** For the triggers. */
  validationData?: Readonly<Record<string, string>> | undefined
}

/**
 * As `findArrival`, where the password comes in clear text: somebody who is not there may be brought
 * by the pool's UserMigration trigger, which has proved it.
 *
 * @throws PasswordResetRequiredException for whom it brings to choose another password, those of
 *   `migrateUser`, and as `findArrival`
 */
export async function arriveWithPassword(
  ctx: OperationContext,
  place: ClientOfPool,
  name: string,
  { password, deviceKey, validationData }: Arrival,
): Promise<Candidate> {
  refuseBlockedAddress(ctx, place, name)
  const newcomer = { source: 'Authentication', password, validationData } as const
  const migrated = await migrateUser(ctx, place, name, newcomer)
  if (migrated?.status === 'RESET_REQUIRED') throw resetRequired()
  return findAdmitted(ctx, place, name, deviceKey, validationData)
}
