import type { Store } from '../../core/store/store.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { passkeysOf } from './passkeys.ts'

const mostPasskeys = 20

/** @throws LimitExceededException for the 21st passkey of a user. */
export function checkMayHaveAnother(store: Store, user: UserRecord): void {
  if (passkeysOf(store, user).length < mostPasskeys) return
  throw new UserPoolError('LimitExceededException', 'The user has as many passkeys as may be.')
}
