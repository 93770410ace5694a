import { removeDevices } from '../devices/devices.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { forgetMember } from '../groups/members.ts'
import { removeEvents } from '../threat-protection/events/auth-events.ts'
import type { UserRecord } from '../model.ts'
import { removePasskeys } from '../passkeys/passkeys.ts'
import { removeRegistration } from '../passkeys/registrations.ts'
import { removeSessions } from '../sessions/remove-sessions.ts'

/** Removes a user with all that is theirs, and frees the names. Their tokens lead nowhere from then on. */
export function removeUser(ctx: OperationContext, pool: UserPoolConfig, user: UserRecord): void {
  ctx.store.transaction(() => {
    ctx.users.remove(pool, user)
    ctx.codes.removeAll(user)
    forgetMember(ctx.store, user)
    removePasskeys(ctx.store, user)
    removeDevices(ctx.store, user)
    removeSessions(ctx.store, user)
    removeRegistration(ctx.store, user)
    removeEvents(ctx.store, user)
  })
}
