import type { UserRecord } from '../model.ts'
import { mfaOf } from './factors.ts'

/** Both keys are missing where a user has none. */
export function describeMfa(user: UserRecord): {
  UserMFASettingList?: string[]
  PreferredMfaSetting?: string
} {
  const { enabled, preferred } = mfaOf(user)
  return {
    ...(enabled.length > 0 && { UserMFASettingList: [...enabled] }),
    ...(preferred && { PreferredMfaSetting: preferred }),
  }
}
