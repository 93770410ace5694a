import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'

/** @throws NotAuthorizedException for whoever has no sign-up to be confirmed. */
export function checkUnconfirmed({ status }: UserRecord): void {
  if (status === 'UNCONFIRMED') return
  throw new UserPoolError(
    'NotAuthorizedException',
    `User cannot be confirmed. Current status is ${status}`,
  )
}
