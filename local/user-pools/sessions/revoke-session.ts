import type { RevokeAssociatedSessionsType } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { revokeFamily } from '../tokens/token-family.ts'
import { endDomainSession, findDomainSession } from './domain-sessions.ts'
import { tokenSessionsOf } from './user-sessions.ts'

interface Wanted {
  SessionId: string
  RevokeAssociatedSessions?: RevokeAssociatedSessionsType | undefined
}

/**
 * Ends a session: none of its tokens is good any more. LINKED ends what it came of, or all that came of
 * it, too; of those, too, the one that asks is left.
 *
 * @param currentEventId of the token that asks.
 * @throws ResourceNotFoundException for a session that is not the user's, or over
 * @throws InvalidParameterException for the session that asks
 */
export function revokeSession(
  { store, clock }: Pick<OperationContext, 'store' | 'clock'>,
  user: UserRecord,
  { SessionId, RevokeAssociatedSessions }: Wanted,
  currentEventId?: string,
): void {
  const isLinked = RevokeAssociatedSessions === 'LINKED'
  const sessions = tokenSessionsOf(store, user, clock.now())
  const ofTokens = sessions.find(({ session }) => session.id === SessionId)
  if (ofTokens) {
    if (ofTokens.eventId === currentEventId) {
      throw invalidParameter('The session of the access token itself cannot be revoked.')
    }
    revokeFamily(store, ofTokens.eventId)
    const { originId } = ofTokens.session
    if (isLinked && originId !== undefined) endDomainSession(store, user, originId)
    return
  }
  if (!findDomainSession(store, user, SessionId)) {
    throw new UserPoolError('ResourceNotFoundException', `Session ${SessionId} does not exist.`)
  }
  endDomainSession(store, user, SessionId)
  if (!isLinked) return
  for (const { eventId, session } of sessions) {
    if (session.originId === SessionId && eventId !== currentEventId) revokeFamily(store, eventId)
  }
}
