import type { SessionDescriptionType } from '@aws-sdk/client-cognito-identity-provider'
import type { UserRecord } from '../model.ts'
import type { Store } from '../../core/store/store.ts'
import { deviceTypeOf } from './device-type.ts'
import { domainSessionsOf } from './domain-sessions.ts'
import { tokenSessionsOf, type Seen } from './user-sessions.ts'

type Dates = 'CreateDate' | 'LastActiveDate'
type Described = Omit<SessionDescriptionType, Dates | 'LastLocation'> &
  Record<Dates, number> & { LastLocation: { City: string | null; Country: string } }

/**
 * All that a user has, tokens first; dates are epoch seconds.
 *
 * @param currentEventId of the token that asks; administrators have none.
 */
export function describeSessions(
  store: Store,
  user: UserRecord,
  nowMs: number,
  currentEventId?: string,
): Described[] {
  const ofTokens = tokenSessionsOf(store, user, nowMs).map((family): Described => {
    const { id, originId, createdAtMs } = family.session
    return {
      SessionId: id,
      SessionType: 'TOKEN',
      ClientId: family.clientId,
      CreateDate: createdAtMs / 1000,
      ...describeSeen(family.session),
      ...(originId !== undefined && { OriginSessionId: originId }),
      IsCurrentSession: family.eventId === currentEventId,
    }
  })
  const ofDomain = domainSessionsOf(store, user, nowMs).map((session): Described => ({
    SessionId: session.id,
    SessionType: 'SSO',
    ClientId: session.clientId,
    CreateDate: session.createdAtMs / 1000,
    ...describeSeen(session),
    IsCurrentSession: false,
  }))
  return [...ofTokens, ...ofDomain]
}

/** Where an address of this machine is, nobody knows. */
function describeSeen({ lastActiveAtMs, userAgent, ipAddress }: Seen) {
  return {
    LastActiveDate: lastActiveAtMs / 1000,
    DeviceType: deviceTypeOf(userAgent),
    LastIPAddress: ipAddress,
    LastLocation: { City: null, Country: 'unknown' },
  }
}
